package org.enlace.matching;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.crypto.hash2curve.OPRFHashToScalar;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/// P-256 as RFC 9497 §4.3 uses it, in mode VOPRF. Elements and scalars are lower-case hex outside of it.
final class Group {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");

    static final ECPoint GENERATOR = CURVE.getG();
    static final BigInteger ORDER = CURVE.getN();

    private static final String CONTEXT = "OPRFV1-\u0001-P256-SHA256";
    private static final int SCALAR_BYTES = 32;
    private static final int ELEMENT_BYTES = 33;
    private static final int SECURITY_BITS = 128;
    private static final HexFormat HEX = HexFormat.of();

    private Group() {}

    /// @throws IllegalArgumentException for an input whose hash is the identity, which nobody can find
    static ECPoint hash(byte[] input) {
        ECPoint point = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, "HashToGroup-" + CONTEXT)
                .hashToCurve(input);
        if (point.isInfinity()) {
            throw new IllegalArgumentException("This input cannot be blinded");
        }
        return point;
    }

    /// @param label which use of the context this is, `HashToScalar-` for example
    static BigInteger scalar(String label, byte[]... parts) {
        return new OPRFHashToScalar(CURVE.getCurve(), new SHA256Digest(), SECURITY_BITS)
                .process(Arrays.concatenate(parts), ascii(label + CONTEXT));
    }

    static byte[] label(String label) {
        return ascii(label + CONTEXT);
    }

    /// Takes as long for every scalar.
    static ECPoint multiply(ECPoint point, BigInteger secret) {
        return ECAlgorithms.multiplySecret(point, secret).normalize();
    }

    static BigInteger random(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
    }

    static byte[] bytes(ECPoint point) {
        return point.normalize().getEncoded(true);
    }

    static String hex(ECPoint point) {
        return HEX.formatHex(bytes(point));
    }

    static String hex(BigInteger scalar) {
        return HEX.formatHex(BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar));
    }

    /// A point of the curve that is not the identity, in its one form; empty for anything else.
    static Optional<ECPoint> element(String hex) {
        return read(hex, ELEMENT_BYTES).flatMap(Group::point);
    }

    private static Optional<ECPoint> point(byte[] bytes) {
        try {
            ECPoint point = CURVE.getCurve().decodePoint(bytes);
            return point.isInfinity() || !point.isValid() ? Optional.empty() : Optional.of(point.normalize());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A scalar below the order; empty for anything else.
    static Optional<BigInteger> scalar(String hex) {
        return read(hex, SCALAR_BYTES)
                .map(bytes -> new BigInteger(1, bytes))
                .filter(scalar -> scalar.compareTo(ORDER) < 0);
    }

    private static Optional<byte[]> read(String hex, int bytes) {
        return hex.length() == 2 * bytes && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
                ? Optional.of(HEX.parseHex(hex))
                : Optional.empty();
    }

    /// The bytes with their length before them.
    static byte[] framed(byte[] bytes) {
        return Arrays.concatenate(number(bytes.length), bytes);
    }

    static byte[] number(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
