package org.enlace.matching;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/// That all elements of an evaluation were multiplied by the one key that belongs to a public key, without telling the
/// key.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9497#section-2.2">RFC 9497 §2.2</a>
record Proof(BigInteger challenge, BigInteger response) {
    private static final int HEX_SCALAR = 64;

    static Optional<Proof> of(String hex) {
        return hex.length() == 2 * HEX_SCALAR
                ? Group.scalar(hex.substring(0, HEX_SCALAR))
                        .flatMap(challenge ->
                                Group.scalar(hex.substring(HEX_SCALAR)).map(response -> new Proof(challenge, response)))
                : Optional.empty();
    }

    String hex() {
        return Group.hex(challenge) + Group.hex(response);
    }

    /// @param once a random scalar that is never used again
    static Proof make(
            BigInteger key, ECPoint publicKey, List<ECPoint> blinded, List<ECPoint> evaluated, BigInteger once) {
        ECPoint m = combined(weights(publicKey, blinded, evaluated), blinded);
        ECPoint z = Group.multiply(m, key);
        BigInteger challenge =
                challenge(publicKey, m, z, Group.multiply(Group.GENERATOR, once), Group.multiply(m, once));
        return new Proof(challenge, once.subtract(challenge.multiply(key)).mod(Group.ORDER));
    }

    boolean holds(ECPoint publicKey, List<ECPoint> blinded, List<ECPoint> evaluated) {
        List<BigInteger> weights = weights(publicKey, blinded, evaluated);
        ECPoint m = combined(weights, blinded);
        ECPoint z = combined(weights, evaluated);
        ECPoint t2 = ECAlgorithms.sumOfTwoMultiplies(Group.GENERATOR, response, publicKey, challenge);
        ECPoint t3 = ECAlgorithms.sumOfTwoMultiplies(m, response, z, challenge);
        return challenge(publicKey, m, z, t2, t3).equals(challenge);
    }

    private static List<BigInteger> weights(ECPoint publicKey, List<ECPoint> blinded, List<ECPoint> evaluated) {
        byte[] seed = Group.sha256(Group.framed(Group.bytes(publicKey)), Group.framed(Group.label("Seed-")));
        return IntStream.range(0, blinded.size())
                .mapToObj(i -> Group.scalar(
                        "HashToScalar-",
                        Group.framed(seed),
                        Group.number(i),
                        Group.framed(Group.bytes(blinded.get(i))),
                        Group.framed(Group.bytes(evaluated.get(i))),
                        Group.ascii("Composite")))
                .toList();
    }

    private static ECPoint combined(List<BigInteger> weights, List<ECPoint> points) {
        ECPoint sum = points.getFirst().multiply(weights.getFirst());
        for (int i = 1; i < points.size(); i++) {
            sum = sum.add(points.get(i).multiply(weights.get(i)));
        }
        return sum.normalize();
    }

    private static BigInteger challenge(ECPoint publicKey, ECPoint m, ECPoint z, ECPoint t2, ECPoint t3) {
        return Group.scalar(
                "HashToScalar-",
                Group.framed(Group.bytes(publicKey)),
                Group.framed(Group.bytes(m)),
                Group.framed(Group.bytes(z)),
                Group.framed(Group.bytes(t2)),
                Group.framed(Group.bytes(t3)),
                Group.ascii("Challenge"));
    }
}
