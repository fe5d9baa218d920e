package org.enlace.node.notice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.enlace.directory.PrivateFiles;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.outside.OutsideClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Notices to the one webhook of the settings: a POST over TLS, signed, that follows no redirection and keeps no
/// cookie.
@Component
class WebhookPost implements Post, DisposableBean {
    static final String SIGNATURE = "Enlace-Signature";
    static final String TIMESTAMP = "Enlace-Timestamp";
    private static final int SECRET_MIN = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NoticeSettings settings;
    private final Clock clock;
    private final @Nullable Target target;

    WebhookPost(NoticeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.target = settings.webhook() == null ? null : target(settings.webhook());
    }

    private record Target(URI url, SecretKeySpec secret, OutsideClient client) {}

    @JsonPropertyOrder({"notice", "waiting", "urgency", "at", "signIn"})
    private record Body(UUID notice, int waiting, Urgency urgency, Instant at, String signIn) {}

    @Override
    public Way way() {
        return Way.WEBHOOK;
    }

    @Override
    public Optional<Failure> send(Notice notice) {
        if (target == null) {
            return Optional.of(Failure.NO_ADDRESS);
        }
        var body = JSON.writeValueAsBytes(new Body(
                notice.id(),
                notice.waiting(),
                notice.urgency(),
                notice.madeAt().truncatedTo(ChronoUnit.SECONDS),
                String.valueOf(settings.signIn())));
        var timestamp = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var post = new HttpPost(target.url());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader(TIMESTAMP, timestamp);
        post.setHeader(SIGNATURE, signature(target.secret(), timestamp, body));
        return target.client().deliver(post).map(why -> Failure.valueOf(why.name()));
    }

    @Override
    public void destroy() throws IOException {
        if (target != null) {
            target.client().close();
        }
    }

    /// `v1=` and the hex of HMAC-SHA-256 over timestamp, a full stop and the body.
    private static String signature(SecretKeySpec secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA-256", e);
        }
    }

    private static Target target(NoticeSettings.Webhook webhook) {
        var secret = new String(PrivateFiles.read(webhook.secretFile()), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (secret.length() < SECRET_MIN) {
            throw new IllegalStateException(
                    "The file of enlace.notices.webhook.secret-file must hold at least 32 characters");
        }
        var client = new OutsideClient(webhook.inside(), webhook.trust());
        return new Target(
                webhook.url(), new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"), client);
    }
}
