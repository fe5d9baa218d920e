package org.enlace.envelope;

import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;
import static org.enlace.envelope.Post.NOW;
import static org.enlace.envelope.Post.SV;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TopicSubject;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialNetwork;

/// Makes `docs/vectors` anew, with new throw-away keys. Run it when the protocol changes, never to make a test
/// pass.
final class VectorMaker {
    private static final Duration DAY = Duration.ofDays(1);

    private final Post post = new Post();
    private final TrialNetwork one = post.network;
    private final TrialNetwork two = one.suspending(SV);
    private final TrialNetwork three = two.rotating(GT);
    private final String topic = post.topic(GT, TopicSubject.CASES);
    private int number;

    public static void main(String[] arguments) throws Exception {
        new VectorMaker().make();
    }

    private void make() throws Exception {
        Files.createDirectories(Vector.FOLDER.resolve("keys"));
        for (Path old : Vector.files()) {
            Files.delete(old);
        }
        keys();
        good();
        layers();
        signatures();
        bindings();
        time();
        content();
    }

    private void keys() throws Exception {
        int version = 1;
        for (SignedDirectory directory : three.directories().versions()) {
            key("directory-" + version++, directory.bytes());
        }
        for (NodeId member : List.of(GT, MX, SV)) {
            SigningKeys signing = one.member(member).keys().signing();
            DecryptionPair decryption =
                    one.member(member).keys().decryption().pairs().getFirst();
            key(member + "-sign-ec-key", signing.ec().getEncoded());
            key(member + "-sign-ec-cert", signing.certEc().getEncoded());
            key(member + "-sign-pq-key", signing.pq().getEncoded());
            key(member + "-sign-pq-cert", signing.certPq().getEncoded());
            key(member + "-enc-ec-key", decryption.ec().getEncoded());
            key(member + "-enc-ec-cert", decryption.certEc().getEncoded());
            key(member + "-enc-kem-key", decryption.kem().getEncoded());
            key(member + "-enc-kem-cert", decryption.certKem().getEncoded());
        }
    }

    private void good() throws Exception {
        Sealed sealed = post.seal(GT, MX);
        write("opened", "An alert to one recipient.", "2", sealed.envelope(), Vector.OPENED);
        Files.writeString(Vector.FOLDER.resolve("keys/opened-signed-data.b64"), Vector.base64(sealed.signedData()));
        Files.write(Vector.FOLDER.resolve("keys/opened-header.json"), Payload.header(Cms.content(sealed.signedData())));
        write(
                "opened-two",
                "An alert to two recipients.",
                "2",
                post.seal(GT, MX, SV).envelope(),
                Vector.OPENED);
        byte[] without = Cms.signed(
                post.suite.primitives(),
                one.member(GT).keys().signing(),
                post.content(post.header(GT, MX)),
                type -> !type.equals(CMSAttributes.cmsAlgorithmProtect));
        write("opened-bare", "Without the one attribute that may be missing.", "5", wrapped(without), Vector.OPENED);
        write(
                "opened-old-directory",
                "Sealed under the directory before ours.",
                "8",
                post.seal(GT, MX).envelope(),
                Vector.OPENED,
                topic,
                NOW,
                2);
    }

    private void layers() throws Exception {
        byte[] good = post.seal(GT, MX).envelope();
        byte[] inner = Cms.inner(post, good, MX);
        byte[] tag = good.clone();
        tag[tag.length - 1] ^= 1;
        refuse(Refusal.TOO_LARGE, "One byte more than an envelope may have.", "9", new byte[Limits.ENVELOPE_MAX + 1]);
        refuse(
                Refusal.NOT_AN_ENVELOPE,
                "The outer layer relabelled as EnvelopedData in CBC.",
                "2",
                Cms.relabelled(good));
        refuse(
                Refusal.NOT_AN_ENVELOPE,
                "The inner layer relabelled as EnvelopedData in CBC.",
                "2",
                Cms.outer(post, Cms.relabelled(inner), MX));
        refuse(Refusal.NOT_AN_ENVELOPE, "A byte behind the envelope.", "2", Arrays.copyOf(good, good.length + 1));
        refuse(Refusal.SUITE, "A tag of 12 bytes.", "3", Cms.withTag(good, 12));
        refuse(Refusal.SUITE, "The inner layer alone.", "2", inner);
        refuse(
                Refusal.NOT_FOR_US,
                "Encrypted to another member alone.",
                "2",
                post.seal(GT, SV).envelope());
        refuse(Refusal.DECRYPTION, "A bit of the tag changed.", "2", tag);
    }

    private void signatures() throws Exception {
        byte[] signed = post.seal(GT, MX).signedData();
        byte[] other = post.signed(SV, Cms.content(signed));
        refuse(
                Refusal.NOT_DER,
                "A byte behind the signed data.",
                "5",
                wrapped(Arrays.copyOf(signed, signed.length + 1)));
        refuse(
                Refusal.CONTENT_TYPE,
                "A version of the directory instead of a message.",
                "5",
                wrapped(one.directories().current().bytes()));
        refuse(
                Refusal.SIGNATURE_SET,
                "The ML-DSA signature removed.",
                "5",
                wrapped(Cms.with(signed, signers -> List.of(signers.get(0)))));
        refuse(
                Refusal.SIGNATURE_SET,
                "The ECDSA signature removed.",
                "5",
                wrapped(Cms.with(signed, signers -> List.of(signers.get(1)))));
        refuse(Refusal.SIGNATURE_SET, "No signature.", "5", wrapped(Cms.with(signed, signers -> List.of())));
        refuse(
                Refusal.SIGNATURE_SET,
                "A third signature, of another member.",
                "5",
                wrapped(Cms.with(
                        signed,
                        signers -> List.of(
                                signers.get(0),
                                signers.get(1),
                                Cms.signers(other).get(0)))));
        refuse(
                Refusal.SIGNATURE_SET,
                "A certificate with the signatures.",
                "5",
                wrapped(Cms.withCertificate(
                        signed, one.member(GT).keys().signing().certEc())));
        refuse(
                Refusal.SIGNATURE_SET,
                "A counter-signature as unsigned attribute.",
                "5",
                wrapped(Cms.with(signed, VectorMaker::counterSigned)));
        refuse(
                Refusal.SIGNATURE_SET,
                "The signed attributes given out as the content, ECDSA.",
                "5",
                wrapped(Cms.forgedAttributes(signed, 0)));
        refuse(
                Refusal.UNKNOWN_SIGNER,
                "ECDSA of one member, ML-DSA of another.",
                "5",
                wrapped(Cms.with(
                        signed,
                        signers -> List.of(signers.get(0), Cms.signers(other).get(1)))));
        refuse(
                Refusal.SIGNED_ATTRIBUTES,
                "No signed attributes.",
                "5",
                wrapped(Cms.with(
                        signed,
                        signers -> signers.stream()
                                .map(it -> Cms.with(it, null, null))
                                .toList())));
        refuse(
                Refusal.SIGNATURE,
                "Each signature in the other's place.",
                "5",
                wrapped(Cms.with(
                        signed,
                        signers -> List.of(
                                Cms.withSignature(signers.get(0), value(signers.get(1))),
                                Cms.withSignature(signers.get(1), value(signers.get(0)))))));
        refuse(
                Refusal.SIGNATURE,
                "The ECDSA signature with n - s instead of s.",
                "5",
                wrapped(Cms.with(
                        signed,
                        signers -> List.of(
                                Cms.withSignature(signers.get(0), Cms.highS(value(signers.get(0)))), signers.get(1)))));
    }

    private void bindings() throws Exception {
        Sealed good = post.seal(GT, MX);
        Header header = post.header(GT, MX);
        byte[] content = post.content(header);
        write(
                "refused",
                "A year later the keys are no longer valid.",
                "8",
                good.envelope(),
                Refusal.KEY_NOT_VALID_THEN.name(),
                topic,
                NOW.plus(Duration.ofDays(366)),
                1);
        write(
                "refused",
                "The sender was suspended.",
                "8",
                post.seal(SV, MX).envelope(),
                Refusal.SENDER_NOT_ACTIVE.name(),
                post.topic(SV, TopicSubject.CASES),
                NOW,
                2);
        refuse(Refusal.HEADER, "A field that nobody knows.", "4", wrapped(post.signed(GT, extra(content, "\"x\":1,"))));
        refuse(Refusal.HEADER, "A field twice.", "4", wrapped(post.signed(GT, extra(content, "\"v\":1,"))));
        refuse(Refusal.SENDER_BINDING, "Signed by SV, sent in the name of GT.", "8", wrapped(post.signed(SV, content)));
        refuse(
                Refusal.NOT_ADDRESSED,
                "A message to SV that SV passed on.",
                "8",
                wrapped(post.seal(GT, SV).signedData()));
        write(
                "refused",
                "On another topic of the sender.",
                "8",
                good.envelope(),
                Refusal.TOPIC_BINDING.name(),
                post.topic(GT, TopicSubject.VICTIMS),
                NOW,
                1);
        refuse(
                Refusal.RECIPIENT_KEYS,
                "Encrypted also to SV, who is no recipient.",
                "8",
                post.wrapped(good.signedData(), MX, SV));
    }

    private void time() throws Exception {
        Header header = post.header(GT, MX);
        write(
                "refused",
                "Sent more than a day from now.",
                "8",
                post.seal(GT, dated(header, NOW.plus(DAY).plusMillis(1), header.notAfter(), 1, header.dirHash()))
                        .envelope(),
                Refusal.SKEW.name(),
                topic,
                NOW,
                1);
        write(
                "opened-late",
                "Held up on the way for three days, and still good.",
                "8",
                post.seal(GT, header).envelope(),
                Vector.OPENED,
                topic,
                NOW.plus(DAY.multipliedBy(3)),
                1);
        Header shortLived = dated(header, NOW, NOW.plusSeconds(60), 1, header.dirHash());
        write(
                "refused",
                "At the moment it expires.",
                "8",
                post.seal(GT, shortLived).envelope(),
                Refusal.EXPIRED.name(),
                topic,
                NOW.plusSeconds(60),
                1);
        Header ahead = dated(
                header, NOW, header.notAfter(), 2, two.directories().current().hash());
        refuse(
                Refusal.DIRECTORY_AHEAD,
                "Sealed under the next directory.",
                "8",
                post.seal(GT, ahead).envelope());
        write(
                "opened-ahead",
                "The same, once that directory is here.",
                "8",
                post.seal(GT, ahead).envelope(),
                Vector.OPENED,
                topic,
                NOW,
                2);
        Header forked = dated(header, NOW, header.notAfter(), 1, "0".repeat(64));
        refuse(
                Refusal.DIRECTORY_HASH,
                "Sealed under another directory of that number.",
                "8",
                post.seal(GT, forked).envelope());
        Instant later = NOW.plus(Duration.ofDays(3));
        Header old = dated(header, later, later.plus(DAY), 1, header.dirHash());
        write(
                "refused",
                "Three days after the directory was replaced, and again.",
                "8",
                post.seal(GT, old).envelope(),
                Refusal.DIRECTORY_VERSION.name(),
                topic,
                later,
                3);
        Instant late = NOW.plus(Duration.ofDays(30));
        Header expired = dated(header, late, late.plus(DAY), 1, header.dirHash());
        write(
                "refused",
                "Our directory has expired.",
                "8",
                post.seal(GT, expired).envelope(),
                Refusal.DIRECTORY_EXPIRED.name(),
                topic,
                late,
                1);
    }

    private void content() throws Exception {
        byte[] content = post.content(post.header(GT, MX));
        int payload = 4 + Payload.header(content).length;
        refuse(
                Refusal.PAYLOAD,
                "Padding that is not zero.",
                "6",
                wrapped(post.signed(GT, flipped(content, content.length - 1))));
        refuse(
                Refusal.PAYLOAD,
                "A compartment without a name.",
                "6",
                wrapped(post.signed(GT, flipped(content, payload + 1))));
        refuse(Refusal.COMMITMENT, "A changed salt.", "6", wrapped(post.signed(GT, flipped(content, payload + 2))));
        refuse(
                Refusal.COMMITMENT,
                "A changed compartment.",
                "6",
                wrapped(post.signed(GT, flipped(content, payload + 1 + 1 + 32 + 4))));
        Header header = post.header(GT, MX);
        Sealed empty = post.sealer.seal(
                one.member(GT).keys().signing(),
                header,
                Map.of(Compartment.ALERT, "{}".getBytes(StandardCharsets.UTF_8)),
                post.members(List.of(MX)),
                NOW);
        refuse(Refusal.CONTENT, "Compartments that make no alert.", "6", empty.envelope());
    }

    private byte[] wrapped(byte[] signedData) {
        return post.wrapped(signedData, MX);
    }

    private static byte[] value(SignerInfo signer) {
        return signer.getEncryptedDigest().getOctets();
    }

    private static List<SignerInfo> counterSigned(List<SignerInfo> signers) {
        ASN1Set added = new DERSet(new Attribute(CMSAttributes.counterSignature, new DERSet(signers.get(1))));
        return List.of(Cms.with(signers.get(0), signers.get(0).getAuthenticatedAttributes(), added), signers.get(1));
    }

    private static Header dated(Header header, Instant sentAt, Instant notAfter, int version, String hash) {
        return Headers.of(header, sentAt, notAfter, version, hash, header.links());
    }

    /// With something more at the start of the header, and as much less padding.
    private static byte[] extra(byte[] content, String more) {
        byte[] header = header(content);
        byte[] added = more.getBytes(StandardCharsets.US_ASCII);
        byte[] longer = new byte[content.length];
        ByteBuffer.wrap(longer)
                .putInt(header.length + added.length)
                .put(header, 0, 1)
                .put(added)
                .put(header, 1, header.length - 1)
                .put(content, 4 + header.length, content.length - 4 - header.length - added.length);
        return longer;
    }

    private static byte[] header(byte[] content) {
        try {
            return Payload.header(content);
        } catch (Refusing impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x20;
        return changed;
    }

    private static void key(String name, byte[] bytes) throws IOException {
        Files.writeString(
                Vector.FOLDER.resolve("keys/" + name.toLowerCase(Locale.ROOT) + ".b64"), Vector.base64(bytes));
    }

    private void refuse(Refusal why, String says, String section, byte[] envelope) throws IOException {
        write("refused", says, section, envelope, why.name());
    }

    private void write(String name, String says, String section, byte[] envelope, String expected) throws IOException {
        write(name, says, section, envelope, expected, topic, NOW, 1);
    }

    private void write(
            String name,
            String says,
            String section,
            byte[] envelope,
            String expected,
            String on,
            Instant receivedAt,
            int directories)
            throws IOException {
        TrialNetwork network = List.of(one, two, three).get(directories - 1);
        Opening opening =
                post.opener.open(envelope, on, one.member(MX).keys().decryption(), network.directories(), receivedAt);
        String outcome = opening instanceof Refused refused ? refused.why().name() : Vector.OPENED;
        if (!outcome.equals(expected)) {
            throw new IllegalStateException(says + " " + outcome + " instead of " + expected);
        }
        String digest = "";
        String chainHash = "";
        if (opening instanceof Opened(Verified<Message> message)) {
            digest = message.digest();
            chainHash = message.chainHash();
        }
        String file = String.format(
                "%02d-%s",
                ++number,
                expected.equals(Vector.OPENED)
                        ? name
                        : expected.toLowerCase(Locale.ROOT).replace('_', '-'));
        new Vector(
                        says,
                        "§" + section,
                        on,
                        receivedAt,
                        directories,
                        expected,
                        digest,
                        chainHash,
                        new Vector.Bytes(envelope))
                .write(file);
    }
}
