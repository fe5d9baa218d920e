package org.enlace.node.ministry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// One way to the provider and back. Everything that goes along is made from the cookie of the browser that set out, so
/// that nothing which comes back in another browser fits.
record Errand(String cookie) {
    /// What this node calls it; it says nothing about the cookie.
    String id() {
        return hex("id");
    }

    String state() {
        return hex("state");
    }

    String nonce() {
        return hex("nonce");
    }

    /// @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>
    String verifier() {
        return hex("verifier");
    }

    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(verifier()));
    }

    boolean isState(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String hex(String purpose) {
        return HexFormat.of().formatHex(digest("ministry-" + purpose + "\0" + cookie));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Prints no cookie.
    @Override
    public String toString() {
        return id();
    }
}
