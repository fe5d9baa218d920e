package org.enlace.node.notice;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How officers away from the console are told that something waits, under `enlace.notices.`; without `mail` and
/// `webhook` they are not. Only what stands here is ever connected to.
///
/// @param signIn address of the console, as it stands in a notice
@ConfigurationProperties("enlace.notices")
record NoticeSettings(
        @Nullable URI signIn, @Nullable Mail mail, @Nullable Webhook webhook) {

    NoticeSettings {
        if ((mail != null || webhook != null)
                && (signIn == null || !"https".equals(signIn.getScheme()) || signIn.getHost() == null)) {
            throw new IllegalArgumentException(
                    "enlace.notices.sign-in must be the address of the console, https://…: notices say where to sign in");
        }
    }

    /// @param host of the mail server; it must offer STARTTLS under this name unless it is this machine
    /// @param from the address that notices come from
    /// @param username for a server that asks for one, with passwordFile
    /// @param passwordFile its password, on the first line
    record Mail(
            String host,
            @DefaultValue("587") int port,
            String from,
            @Nullable String username,
            @Nullable Path passwordFile) {
        Mail {
            if (host == null || host.isBlank() || from == null || !from.contains("@")) {
                throw new IllegalArgumentException(
                        "enlace.notices.mail needs host, and from with the address that notices come from");
            }
            if ((username == null) != (passwordFile == null)) {
                throw new IllegalArgumentException("enlace.notices.mail: username and password-file belong together");
            }
        }
    }

    /// @param url where notices are posted, `https`
    /// @param secretFile the secret that signs them, at least 32 characters on the first line
    /// @param inside hosts, exactly as in `url`, that may lead to an address inside a network
    /// @param trust PEM: certificates that the webhook's certificate is trusted by; without it those of Java
    record Webhook(
            URI url,
            Path secretFile,
            @DefaultValue Set<String> inside,
            @Nullable Path trust) {
        Webhook {
            if (url == null
                    || !"https".equals(url.getScheme())
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getFragment() != null) {
                throw new IllegalArgumentException("enlace.notices.webhook.url must be https://host/path");
            }
            if (secretFile == null) {
                throw new IllegalArgumentException(
                        "enlace.notices.webhook.secret-file must name the file with the secret that signs notices");
            }
            inside = Set.copyOf(inside);
        }
    }
}
