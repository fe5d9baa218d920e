package org.enlace.node.webhooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which systems are told, under `enlace.webhooks.` and the name of each. An address stands here or nowhere: nobody
/// types one into a page or sends one through the API.
///
/// @param webhooks by name, such as `case-management`
@ConfigurationProperties("enlace")
record WebhookSettings(@DefaultValue Map<String, Webhook> webhooks) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    WebhookSettings {
        webhooks.keySet().forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "enlace.webhooks: a name has small letters, digits and hyphens, 40 at most");
            }
        });
        webhooks = Map.copyOf(webhooks);
    }

    /// @param url where events are posted, `https`
    /// @param officer user name of the officer in whose name the system asks: it hears of what that officer may see
    /// @param secretFile the secret that signs, `whsec_` and base64 of 24 to 64 bytes, on the first line
    /// @param formerSecretFile the one before, while the receiver changes over
    /// @param events kinds that are told, all unless said
    /// @param inside hosts, exactly as in `url`, that may lead to an address inside a network
    /// @param trust PEM: certificates that the receiver is trusted by; without it those of Java
    record Webhook(
            URI url,
            String officer,
            Path secretFile,
            @Nullable Path formerSecretFile,
            @DefaultValue Set<WebhookKind> events,
            @DefaultValue Set<String> inside,
            @Nullable Path trust) {
        Webhook {
            if (url == null
                    || !"https".equals(url.getScheme())
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getFragment() != null) {
                throw new IllegalArgumentException("enlace.webhooks: url of each must be https://host/path");
            }
            if (officer == null || officer.isBlank()) {
                throw new IllegalArgumentException(
                        "enlace.webhooks: officer of each must be the user name in whose name the system asks");
            }
            if (secretFile == null) {
                throw new IllegalArgumentException(
                        "enlace.webhooks: secret-file of each must name the file with the secret that signs");
            }
            events = events.isEmpty() ? EnumSet.allOf(WebhookKind.class) : Set.copyOf(events);
            inside = Set.copyOf(inside);
        }
    }
}
