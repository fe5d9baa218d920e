package org.enlace.envelope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/// Changes bytes as an attacker or a bad disk would: blindly, or knowing the structure and keeping it
/// well-formed.
final class Mutation {
    private Mutation() {}

    static byte[] bytes(byte[] original, Random random) {
        byte[] changed = original.clone();
        switch (random.nextInt(6)) {
            case 0 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[random.nextInt(Math.min(64, changed.length))] = (byte) random.nextInt(256);
            case 2 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
            case 3 -> {
                int at = random.nextInt(changed.length);
                byte[] longer = Arrays.copyOf(changed, changed.length + 1);
                System.arraycopy(changed, at, longer, at + 1, changed.length - at);
                changed = longer;
            }
            case 4 -> {
                int at = random.nextInt(changed.length);
                byte[] shorter = Arrays.copyOf(changed, changed.length - 1);
                System.arraycopy(changed, at + 1, shorter, at, shorter.length - at);
                changed = shorter;
            }
            default -> {
                int length = 1 + random.nextInt(64);
                int from = random.nextInt(changed.length - length);
                int to = random.nextInt(changed.length - length);
                System.arraycopy(original, from, changed, to, length);
            }
        }
        return changed;
    }

    /// One node of the tree changed; the result is DER again.
    static byte[] structure(byte[] original, Random random) {
        try {
            ASN1Primitive tree = ASN1Primitive.fromByteArray(original);
            int[] countdown = {random.nextInt(count(tree))};
            return changed(tree, random, countdown).toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException | RuntimeException notDer) {
            return bytes(original, random);
        }
    }

    private static int count(ASN1Encodable node) {
        return 1 + children(node).stream().mapToInt(Mutation::count).sum();
    }

    private static List<ASN1Encodable> children(ASN1Encodable node) {
        List<ASN1Encodable> children = new ArrayList<>();
        switch (node.toASN1Primitive()) {
            case ASN1Sequence sequence -> sequence.forEach(children::add);
            case ASN1Set set -> set.forEach(children::add);
            case ASN1TaggedObject tagged -> children.add(inside(tagged));
            default -> {}
        }
        return children;
    }

    private static ASN1Encodable inside(ASN1TaggedObject tagged) {
        if (tagged.isExplicit()) {
            return tagged.getExplicitBaseObject();
        }
        try {
            return tagged.getBaseUniversal(false, BERTags.SEQUENCE);
        } catch (RuntimeException primitive) {
            return tagged.getBaseUniversal(false, BERTags.OCTET_STRING);
        }
    }

    private static ASN1Encodable changed(ASN1Encodable node, Random random, int[] countdown) {
        if (countdown[0]-- == 0) {
            return other(node, random);
        }
        return switch (node.toASN1Primitive()) {
            case ASN1Sequence sequence -> new DERSequence(all(sequence, random, countdown));
            case ASN1Set set -> new DERSet(all(set, random, countdown));
            case ASN1TaggedObject tagged ->
                new DERTaggedObject(
                        tagged.isExplicit(),
                        tagged.getTagClass(),
                        tagged.getTagNo(),
                        changed(inside(tagged), random, countdown));
            default -> node;
        };
    }

    private static ASN1EncodableVector all(Iterable<ASN1Encodable> nodes, Random random, int[] countdown) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        nodes.forEach(it -> all.add(changed(it, random, countdown)));
        return all;
    }

    private static ASN1Encodable other(ASN1Encodable node, Random random) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        children(node).forEach(parts::add);
        return switch (node.toASN1Primitive()) {
            case ASN1Sequence sequence -> new DERSequence(fewerOrMore(parts, random));
            case ASN1Set set -> new DERSet(fewerOrMore(parts, random));
            case ASN1TaggedObject tagged ->
                random.nextBoolean()
                        ? new DERTaggedObject(
                                tagged.isExplicit(), tagged.getTagClass(), random.nextInt(6), inside(tagged))
                        : inside(tagged);
            case ASN1OctetString octets ->
                random.nextInt(4) == 0
                        ? DERNull.INSTANCE
                        : new DEROctetString(
                                octets.getOctets().length == 0 ? new byte[1] : bytes(octets.getOctets(), random));
            case ASN1Integer number -> new ASN1Integer(number.getValue().longValue() + 1 + random.nextInt(3));
            case ASN1ObjectIdentifier id -> new ASN1ObjectIdentifier(id.getId() + ".1");
            default -> random.nextBoolean() ? DERNull.INSTANCE : new DERSequence(node);
        };
    }

    private static ASN1EncodableVector fewerOrMore(ASN1EncodableVector parts, Random random) {
        ASN1EncodableVector changed = new ASN1EncodableVector();
        int at = parts.size() == 0 ? -1 : random.nextInt(parts.size());
        int how = random.nextInt(4);
        for (int i = 0; i < parts.size(); i++) {
            if (i != at) {
                changed.add(parts.get(i));
            } else if (how == 1) {
                changed.add(parts.get(i));
                changed.add(parts.get(i));
            } else if (how == 2) {
                changed.add(DERNull.INSTANCE);
            }
        }
        if (how == 3 || at < 0) {
            changed.add(new ASN1Integer(random.nextInt(5)));
        }
        return changed;
    }
}
