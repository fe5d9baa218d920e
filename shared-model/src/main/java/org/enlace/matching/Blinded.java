package org.enlace.matching;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// One identifier as it is asked about: the element tells nothing about it, whatever anybody can compute, as long as
/// the blind stays here. A blind is used for one element to one partner.
///
/// @param element what is sent, 33 bytes in hex
/// @param blind what takes the blinding off again, 32 bytes in hex
public record Blinded(String element, Sensitive<String> blind) {
    /// As many as one query may ask about.
    public static final int ELEMENTS_MAX = 64;

    public static Blinded of(Identifier identifier, SecureRandom random) {
        return of(identifier.input(), Group.random(random));
    }

    static Blinded of(byte[] input, BigInteger blind) {
        return new Blinded(Group.hex(Group.multiply(Group.hash(input), blind)), Sensitive.of(Group.hex(blind)));
    }

    /// Whether this is an element at all: a point of the curve in its one form, and not the identity.
    public static boolean isElement(String hex) {
        return Group.element(hex).isPresent();
    }

    /// What the partner's function says of each identifier, cut to a tag; empty if the answer is not proven to come
    /// from one key, the one of this public key.
    ///
    /// @param identifiers in the order of what was asked
    /// @param asked the same, blinded
    public static Optional<List<String>> tags(
            List<Identifier> identifiers, List<Blinded> asked, Evaluation evaluation) {
        return tagsOf(identifiers.stream().map(Identifier::input).toList(), asked, evaluation)
                .map(outputs -> outputs.stream().map(Tags::of).toList());
    }

    static Optional<List<byte[]>> tagsOf(List<byte[]> inputs, List<Blinded> asked, Evaluation evaluation) {
        if (inputs.size() != asked.size() || asked.isEmpty()) {
            throw new IllegalArgumentException("Each input has its blind");
        }
        Optional<ECPoint> publicKey = Group.element(evaluation.publicKey());
        Optional<Proof> proof = Proof.of(evaluation.proof());
        List<ECPoint> evaluated = points(evaluation.evaluated());
        List<ECPoint> blinded = points(asked.stream().map(Blinded::element).toList());
        if (publicKey.isEmpty()
                || proof.isEmpty()
                || evaluated.size() != asked.size()
                || blinded.size() != asked.size()
                || !proof.get().holds(publicKey.get(), blinded, evaluated)) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, inputs.size())
                .mapToObj(i -> asked.get(i).output(inputs.get(i), evaluated.get(i)))
                .toList());
    }

    @ShowsPersonalData
    private byte[] output(byte[] input, ECPoint evaluated) {
        BigInteger inverse = BigIntegers.modOddInverse(
                Group.ORDER, Group.scalar(blind.reveal()).orElseThrow());
        return output(input, Group.bytes(Group.multiply(evaluated, inverse)));
    }

    /// RFC 9497 §3.3.1, Finalize.
    static byte[] output(byte[] input, byte[] unblinded) {
        return Group.sha256(Arrays.concatenate(Group.framed(input), Group.framed(unblinded), Group.ascii("Finalize")));
    }

    /// Those of these that are elements.
    static List<ECPoint> points(List<String> elements) {
        return elements.stream().flatMap(hex -> Group.element(hex).stream()).toList();
    }
}
