package org.enlace.node.webhooks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.directory.PrivateFiles;

/// What signs for one system: its secret, and the one before it while both count.
///
/// @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
record WebhookSecrets(List<SecretKeySpec> keys) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;

    WebhookSecrets {
        keys = List.copyOf(keys);
    }

    static WebhookSecrets of(WebhookSettings.Webhook webhook) {
        var keys = new ArrayList<>(List.of(key(webhook.secretFile())));
        var former = webhook.formerSecretFile();
        if (former != null) {
            keys.add(key(former));
        }
        return new WebhookSecrets(keys);
    }

    /// One for each secret, so that a receiver with either of them finds its own.
    String signatures(String signed) {
        return keys.stream().map(key -> "v1," + signature(key, signed)).collect(Collectors.joining(" "));
    }

    private static String signature(SecretKeySpec key, String signed) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA-256", e);
        }
    }

    private static SecretKeySpec key(Path file) {
        var line = new String(PrivateFiles.read(file), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
            throw new IllegalStateException(
                    "enlace.webhooks: a secret is whsec_ and base64 of 24 to 64 bytes, as openssl rand -base64 32 makes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /// Prints no secret.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
