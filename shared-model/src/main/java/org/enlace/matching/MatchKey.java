package org.enlace.matching;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/// The key under which a contact point answers the queries of one partner for one month. Whoever has it can try all
/// identifiers against a table, so it never leaves the node and is destroyed with its month.
public final class MatchKey {
    private final BigInteger secret;

    private MatchKey(BigInteger secret) {
        this.secret = secret;
    }

    public static MatchKey generate(SecureRandom random) {
        return new MatchKey(Group.random(random));
    }

    /// @throws IllegalArgumentException if this is no key
    public static MatchKey of(byte[] bytes) {
        return new MatchKey(Group.scalar(HexFormat.of().formatHex(bytes))
                .filter(scalar -> scalar.signum() > 0)
                .orElseThrow(() -> new IllegalArgumentException("A key is a scalar of P-256 in 32 bytes")));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(Group.hex(secret));
    }

    /// 33 bytes in hex.
    public String publicKey() {
        return Group.hex(point());
    }

    private ECPoint point() {
        return Group.multiply(Group.GENERATOR, secret);
    }

    /// What stands in the table for an identifier that is held here.
    public String tag(Identifier identifier) {
        return Tags.of(output(identifier.input()));
    }

    byte[] output(byte[] input) {
        return Blinded.output(input, Group.bytes(Group.multiply(Group.hash(input), secret)));
    }

    /// @param elements at least one and at most [Blinded#ELEMENTS_MAX], each an element
    public Evaluation evaluate(List<String> elements, SecureRandom random) {
        return evaluate(elements, Group.random(random));
    }

    Evaluation evaluate(List<String> elements, BigInteger once) {
        List<ECPoint> blinded = Blinded.points(elements);
        if (blinded.size() != elements.size() || blinded.isEmpty() || blinded.size() > Blinded.ELEMENTS_MAX) {
            throw new IllegalArgumentException("Only elements are evaluated, 1 to " + Blinded.ELEMENTS_MAX);
        }
        List<ECPoint> evaluated =
                blinded.stream().map(point -> Group.multiply(point, secret)).toList();
        Proof proof = Proof.make(secret, point(), blinded, evaluated, once);
        return new Evaluation(publicKey(), evaluated.stream().map(Group::hex).toList(), proof.hex());
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
