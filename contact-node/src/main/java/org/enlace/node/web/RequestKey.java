package org.enlace.node.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The key by which a form or a program names one request, so that asked twice it is done once.
///
/// @param digest SHA-256 of what was chosen, lower-case hex; all that is kept, because a program may have put a name
/// into
///     its key
public record RequestKey(String digest) {
    public static RequestKey of(String chosen) {
        try {
            return new RequestKey(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(chosen.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
