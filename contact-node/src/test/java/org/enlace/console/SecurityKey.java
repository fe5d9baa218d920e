package org.enlace.console;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator and the browser before it, written apart from the node's own code and from its library. What it
/// says can be bent, to try what must be refused.
public final class SecurityKey {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int BE = 0x08;
    private static final int AT = 0x40;

    /// By their numbers at IANA.
    public enum Algorithm {
        ES256(-7, "SHA256withECDSA"),
        EDDSA(-8, "Ed25519"),
        RS256(-257, "SHA256withRSA"),
        ES384(-35, "SHA384withECDSA");

        private final int number;
        private final String signature;

        Algorithm(int number, String signature) {
            this.number = number;
            this.signature = signature;
        }
    }

    private final Algorithm algorithm;
    private final KeyPair pair;
    private final byte[] id = HexFormat.of().parseHex("c0ffee00".repeat(8));
    private String origin;
    private String rpId = "";
    private String handle = "";
    private String type = "";
    private int counter;
    private int flags = UP | UV;
    private boolean crossOrigin;

    private SecurityKey(String origin, Algorithm algorithm, KeyPair pair) {
        this.origin = origin;
        this.algorithm = algorithm;
        this.pair = pair;
    }

    public static SecurityKey at(String origin) {
        return at(origin, Algorithm.ES256, 0);
    }

    /// @param bits of an RSA key
    public static SecurityKey at(String origin, Algorithm algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(
                    switch (algorithm) {
                        case ES256, ES384 -> "EC";
                        case EDDSA -> "Ed25519";
                        case RS256 -> "RSA";
                    });
            switch (algorithm) {
                case ES256 -> generator.initialize(256);
                case ES384 -> generator.initialize(384);
                case RS256 -> generator.initialize(bits);
                case EDDSA -> {}
            }
            var key = new SecurityKey(origin, algorithm, generator.generateKeyPair());
            ByteBuffer.wrap(key.id).putInt(System.identityHashCode(key)).putLong(System.nanoTime());
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same passkey and its counter as they are now, on another device.
    public SecurityKey copy() {
        var copy = new SecurityKey(origin, algorithm, pair);
        System.arraycopy(id, 0, copy.id, 0, id.length);
        copy.rpId = rpId;
        copy.handle = handle;
        copy.counter = counter;
        copy.flags = flags;
        return copy;
    }

    /// Claims to be this other one, without its key.
    public SecurityKey forging(SecurityKey other) {
        var forged = other.copy();
        return new SecurityKey(origin, algorithm, pair).taking(forged);
    }

    private SecurityKey taking(SecurityKey other) {
        System.arraycopy(other.id, 0, id, 0, id.length);
        rpId = other.rpId;
        handle = other.handle;
        counter = other.counter;
        flags = other.flags;
        return this;
    }

    public SecurityKey origin(String other) {
        origin = other;
        return this;
    }

    public SecurityKey rpId(String other) {
        rpId = other;
        return this;
    }

    public SecurityKey handle(String other) {
        handle = other;
        return this;
    }

    public SecurityKey type(String other) {
        type = other;
        return this;
    }

    public SecurityKey crossOrigin() {
        crossOrigin = true;
        return this;
    }

    public SecurityKey unverified() {
        flags &= ~UV;
        return this;
    }

    public SecurityKey synced() {
        flags |= BE;
        return this;
    }

    public SecurityKey counter(int other) {
        counter = other;
        return this;
    }

    public String id() {
        return text(id);
    }

    public String handle() {
        return handle;
    }

    /// What `navigator.credentials.create` gives for these options.
    public String create(String options) {
        var asked = JSON.readTree(options);
        if (rpId.isEmpty()) {
            rpId = asked.path("rp").path("id").asString("");
        }
        handle = asked.path("user").path("id").asString("");
        var client = client("webauthn.create", asked);
        var attestation = bytes(
                new byte[] {(byte) 0xa3},
                string("fmt"),
                string("none"),
                string("attStmt"),
                new byte[] {(byte) 0xa0},
                string("authData"),
                binary(bytes(data(flags | AT), new byte[16], new byte[] {0, (byte) id.length}, id, publicKey())));
        return JSON.writeValueAsString(Map.of(
                "id", id(),
                "rawId", id(),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response",
                        Map.of(
                                "clientDataJSON", text(client),
                                "attestationObject", text(attestation),
                                "transports", new String[] {"usb"})));
    }

    /// What `navigator.credentials.get` gives for these options.
    public String get(String options) {
        var client = client("webauthn.get", JSON.readTree(options));
        counter = counter == 0 ? 0 : counter + 1;
        var data = data(flags);
        return answer(client, data, sign(bytes(data, sha256(client))));
    }

    private String answer(byte[] client, byte[] data, byte[] signature) {
        return JSON.writeValueAsString(Map.of(
                "id", id(),
                "rawId", id(),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response",
                        Map.of(
                                "clientDataJSON", text(client),
                                "authenticatorData", text(data),
                                "signature", text(signature),
                                "userHandle", handle)));
    }

    private byte[] client(String kind, JsonNode asked) {
        return JSON.writeValueAsString(Map.of(
                        "type",
                        type.isEmpty() ? kind : type,
                        "challenge",
                        asked.path("challenge").asString(""),
                        "origin",
                        origin,
                        "crossOrigin",
                        crossOrigin))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int said) {
        return bytes(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                ByteBuffer.allocate(5).put((byte) said).putInt(counter).array());
    }

    private byte[] publicKey() {
        return switch (pair.getPublic()) {
            case ECPublicKey key ->
                bytes(
                        new byte[] {(byte) 0xa5, 1, 2, 3},
                        negative(algorithm.number),
                        new byte[] {0x20, (byte) (algorithm == Algorithm.ES256 ? 1 : 2), 0x21},
                        binary(fixed(key.getW().getAffineX(), algorithm == Algorithm.ES256 ? 32 : 48)),
                        new byte[] {0x22},
                        binary(fixed(key.getW().getAffineY(), algorithm == Algorithm.ES256 ? 32 : 48)));
            case EdECPublicKey key -> {
                var encoded = key.getEncoded();
                yield bytes(
                        new byte[] {(byte) 0xa4, 1, 1, 3},
                        negative(algorithm.number),
                        new byte[] {0x20, 6, 0x21},
                        binary(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
            }
            case RSAPublicKey key ->
                bytes(
                        new byte[] {(byte) 0xa4, 1, 3, 3},
                        negative(algorithm.number),
                        new byte[] {0x20},
                        binary(fixed(key.getModulus(), key.getModulus().bitLength() / 8)),
                        new byte[] {0x21},
                        binary(fixed(key.getPublicExponent(), 3)));
            default -> throw new IllegalStateException("No such key");
        };
    }

    private byte[] sign(byte[] what) {
        try {
            var signature = Signature.getInstance(algorithm.signature);
            signature.initSign(pair.getPrivate());
            signature.update(what);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] negative(int number) {
        var value = -1 - number;
        return value < 24
                ? new byte[] {(byte) (0x20 | value)}
                : value < 256 ? new byte[] {0x38, (byte) value} : new byte[] {0x39, (byte) (value >> 8), (byte) value};
    }

    private static byte[] string(String text) {
        return bytes(new byte[] {(byte) (0x60 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] binary(byte[] content) {
        return bytes(new byte[] {0x59, (byte) (content.length >> 8), (byte) content.length}, content);
    }

    private static byte[] fixed(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var fixed = new byte[length];
        var kept = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
        return fixed;
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
