package org.enlace.node.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Random names and secrets, and what of them may be stored.
final class Secrets {
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    /// 256 random bits for a cookie.
    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    OfficerId officerId() {
        return new OfficerId(HexFormat.of().formatHex(bytes(16)));
    }

    /// What partners see instead of a name: `officer-7K4M2Q`.
    String pseudonym() {
        return pseudonym("officer-");
    }

    /// The same of a system: `system-7K4M2Q`.
    String systemPseudonym() {
        return pseudonym("system-");
    }

    private String pseudonym(String kind) {
        var name = new StringBuilder(kind);
        for (var b : bytes(6)) {
            name.append(READABLE.charAt(b & 31));
        }
        return name.toString();
    }

    /// For somebody to type: groups of four symbols, none of which is taken for another.
    String readable(int groups) {
        var text = new StringBuilder();
        for (var b : bytes(4 * groups)) {
            text.append(text.length() % 5 == 4 ? "-" : "").append(READABLE.charAt(b & 31));
        }
        return text.toString();
    }

    /// What somebody typed of it, as it was given out.
    static String typed(String readable) {
        return readable.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /// Lower-case hex SHA-256 of the parts, each ended by a zero byte so that no two lists look alike.
    static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
