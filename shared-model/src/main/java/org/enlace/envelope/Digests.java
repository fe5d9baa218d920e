package org.enlace.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hashes of the protocol. Those in text are lower-case hex.
final class Digests {
    private static final byte[] CHAIN = "enlace-chain-v1".getBytes(StandardCharsets.US_ASCII);

    private Digests() {}

    static String digest(byte[] signedData) {
        return hex(hash("SHA-256", signedData));
    }

    static String chainHash(byte[] signedData) {
        return hex(hash("SHA-256", CHAIN, signedData));
    }

    static String commitment(byte[] salt, byte[] bytes) {
        return hex(hash("SHA-256", salt, bytes));
    }

    static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no " + algorithm, e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
