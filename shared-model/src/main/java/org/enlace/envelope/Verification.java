package org.enlace.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.enlace.attachment.Attachments;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.SigningPair;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.NodeId;
import org.enlace.message.ReceivingRules;

/// Everything after decryption, in the order of protocol §8: signatures, then the header and what it is bound
/// to, then time and directory, then the compartments.
final class Verification {
    private static final int INDEXES_MAX = 8;

    private final Primitives primitives;
    private final HeaderJson json = new HeaderJson();
    private final Map<String, KeyIndex> indexes = new ConcurrentHashMap<>();

    Verification(Primitives primitives) {
        this.primitives = primitives;
    }

    /// Whose key that is, by the newest directory that lists it.
    Optional<NodeId> reader(TrustedDirectories directories, Address kem) {
        return readers(directories, kem).findFirst();
    }

    /// Whether one of the newest versions lists this key as that member's.
    boolean reads(NodeId member, TrustedDirectories directories, Address kem) {
        return readers(directories, kem).anyMatch(member::equals);
    }

    private Stream<NodeId> readers(TrustedDirectories directories, Address kem) {
        return directories.versions().reversed().stream()
                .limit(INDEXES_MAX)
                .flatMap(version -> index(version).readersByKem(kem).stream());
    }

    Opening live(
            byte[] signedData,
            NodeId me,
            String topic,
            TrustedDirectories directories,
            Instant receivedAt,
            Opener.Readers readers)
            throws Refusing {
        SignatureCheck.Signed signed = signed(signedData, directories);
        Refusing.unless(validAt(signed.signer().pair(), receivedAt), Refusal.KEY_NOT_VALID_THEN);
        Refusing.unless(signed.signer().member().status() == MemberStatus.ACTIVE, Refusal.SENDER_NOT_ACTIVE);
        Bound bound = bind(signedData, signed, me, directories);
        Refusing.unless(bound.header.topic().equals(topic), Refusal.TOPIC_BINDING);
        try {
            trust(bound.header, directories, receivedAt);
            readers(bound.header, readers, directories);
            fresh(bound.header, receivedAt);
            Verified<Message> message = content(bound);
            Refusing.unless(
                    ReceivingRules.mayBeShown(
                            message.message(), bound.header.about(), bound.header.recipients(), receivedAt),
                    Refusal.CONTENT);
            return new Opened(message);
        } catch (Refusing refusing) {
            return new Refused(refusing.why(), Optional.of(bound.proven()));
        }
    }

    Opening stored(byte[] signedData, NodeId me, TrustedDirectories directories, Instant receivedAt) throws Refusing {
        SignatureCheck.Signed signed = signed(signedData, directories);
        Bound bound = bind(signedData, signed, me, directories);
        named(bound.header, directories);
        acceptable(signed.signer(), bound.header, directories, receivedAt);
        try {
            return new Opened(content(bound));
        } catch (Refusing refusing) {
            return new Refused(refusing.why(), Optional.of(bound.proven()));
        }
    }

    Claim claim(byte[] signedData, NodeId me, TrustedDirectories directories) throws Refusing {
        SignatureCheck.Signed signed = new SignatureCheck(primitives, index(directories.current())).check(signedData);
        Header header = json.read(Payload.header(signed.content()));
        NodeId sender = signed.signer().member().code();
        Refusing.unless(header.sender().equals(sender), Refusal.SENDER_BINDING);
        Link link = header.link(me).orElseThrow(() -> new Refusing(Refusal.NOT_ADDRESSED));
        return new Claim(sender, link, Digests.chainHash(signedData));
    }

    /// What holds between a signature, a header and us.
    private static final class Bound {
        private final Header header;
        private final Link link;
        private final byte[] headerJson;
        private final byte[] content;
        private final byte[] signedData;

        private Bound(Header header, Link link, byte[] headerJson, byte[] content, byte[] signedData) {
            this.header = header;
            this.link = link;
            this.headerJson = headerJson;
            this.content = content;
            this.signedData = signedData;
        }

        private Refused.Proven proven() {
            return new Refused.Proven(
                    header.sender(),
                    header.msgId(),
                    link,
                    Digests.digest(signedData),
                    Digests.chainHash(signedData),
                    new Refused.SignedBytes(signedData));
        }
    }

    /// By a pair that the newest version lists; pairs stay listed for ever.
    private SignatureCheck.Signed signed(byte[] signedData, TrustedDirectories directories) throws Refusing {
        return new SignatureCheck(primitives, index(directories.current())).check(signedData);
    }

    private Bound bind(byte[] signedData, SignatureCheck.Signed signed, NodeId me, TrustedDirectories directories)
            throws Refusing {
        Member sender = signed.signer().member();
        byte[] headerJson = Payload.header(signed.content());
        Header header = json.read(headerJson);
        Refusing.unless(header.sender().equals(sender.code()), Refusal.SENDER_BINDING);
        Refusing.unless(header.suite().equals(Suite.NAME) && sender.suite().equals(Suite.NAME), Refusal.SUITE);
        Link link = header.link(me).orElseThrow(() -> new Refusing(Refusal.NOT_ADDRESSED));
        Refusing.unless(travels(header, sender, directories), Refusal.TOPIC_BINDING);
        return new Bound(header, link, headerJson, signed.content(), signedData);
    }

    /// A topic of this sender that this kind of message may be on, by the directory it went by or by ours.
    private static boolean travels(Header header, Member sender, TrustedDirectories directories) {
        return allows(header, sender)
                || directories
                        .version(header.dirVersion())
                        .flatMap(version -> version.content().member(sender.code()))
                        .filter(member -> allows(header, member))
                        .isPresent();
    }

    private static boolean allows(Header header, Member sender) {
        return sender.topics().entrySet().stream()
                .anyMatch(topic ->
                        topic.getValue().equals(header.topic()) && header.type().travelsOn(topic.getKey()));
    }

    private static boolean validAt(SigningPair pair, Instant at) {
        return pair.validAt(at) && (pair.compromisedSince() == null || at.isBefore(pair.compromisedSince()));
    }

    /// What was accepted stays so: whether sender and keys were good is asked of the versions that could be in force
    /// then, from the one the sender went by to the newest that had been issued.
    private static void acceptable(
            KeyIndex.Signer signer, Header header, TrustedDirectories directories, Instant receivedAt) throws Refusing {
        Refusal why = Refusal.KEY_NOT_VALID_THEN;
        for (SignedDirectory version : directories.versions()) {
            Directory then = version.content();
            if (version.version() < header.dirVersion()
                    || then.issuedAt().isAfter(receivedAt.plus(Limits.ISSUED_AHEAD_MAX))) {
                continue;
            }
            Member member = then.member(header.sender()).orElse(null);
            if (member == null || !lists(member, signer.pair(), receivedAt)) {
                continue;
            }
            if (member.status() == MemberStatus.ACTIVE) {
                return;
            }
            why = Refusal.SENDER_NOT_ACTIVE;
        }
        throw new Refusing(why);
    }

    private static boolean lists(Member member, SigningPair pair, Instant at) {
        return member.sig().stream()
                .anyMatch(same -> same.certEc().equals(pair.certEc())
                        && same.certPq().equals(pair.certPq())
                        && validAt(same, at));
    }

    private static void named(Header header, TrustedDirectories directories) throws Refusing {
        SignedDirectory named =
                directories.version(header.dirVersion()).orElseThrow(() -> new Refusing(Refusal.DIRECTORY_VERSION));
        Refusing.unless(named.hash().equals(header.dirHash()), Refusal.DIRECTORY_HASH);
    }

    private static void trust(Header header, TrustedDirectories directories, Instant now) throws Refusing {
        SignedDirectory current = directories.current();
        Refusing.unless(header.dirVersion() <= current.version(), Refusal.DIRECTORY_AHEAD);
        named(header, directories);
        Refusing.unless(!current.expiredAt(now), Refusal.DIRECTORY_EXPIRED);
        boolean recent = header.dirVersion() >= current.version() - 1
                || directories
                        .version(header.dirVersion() + 1)
                        .filter(replaced ->
                                now.isBefore(replaced.content().issuedAt().plus(Limits.DIRECTORY_GRACE)))
                        .isPresent();
        Refusing.unless(recent, Refusal.DIRECTORY_VERSION);
    }

    /// Every key that the layers name belongs to a recipient, by the directory the sender went by or by ours.
    private void readers(Header header, Opener.Readers readers, TrustedDirectories directories) throws Refusing {
        List<KeyIndex> known = List.of(
                index(directories.current()),
                directories.version(header.dirVersion()).map(this::index).orElse(index(directories.current())));
        Set<NodeId> recipients = Set.copyOf(header.recipients());
        Set<NodeId> byKem = new HashSet<>();
        Set<NodeId> byEc = new HashSet<>();
        for (Address address : readers.kem()) {
            byKem.add(owner(
                    known.stream()
                            .flatMap(it -> it.readersByKem(address).stream())
                            .toList(),
                    recipients));
        }
        for (Address address : readers.ec()) {
            byEc.add(owner(
                    known.stream()
                            .flatMap(it -> it.readersByEc(address).stream())
                            .toList(),
                    recipients));
        }
        Refusing.unless(
                byKem.equals(byEc)
                        && byKem.size() == readers.kem().size()
                        && byEc.size() == readers.ec().size(),
                Refusal.RECIPIENT_KEYS);
    }

    private static NodeId owner(List<NodeId> candidates, Set<NodeId> recipients) throws Refusing {
        return candidates.stream()
                .filter(recipients::contains)
                .findFirst()
                .orElseThrow(() -> new Refusing(Refusal.RECIPIENT_KEYS));
    }

    /// What was held up on the way is late, not wrong: it is good until its sender said that it ends.
    private static void fresh(Header header, Instant now) throws Refusing {
        Duration ahead = Duration.between(now, header.sentAt());
        Refusing.unless(ahead.compareTo(Limits.AHEAD_MAX) <= 0, Refusal.SKEW);
        Refusing.unless(now.isBefore(header.notAfter()), Refusal.EXPIRED);
    }

    private static Verified<Message> content(Bound bound) throws Refusing {
        Payload payload = Payload.read(bound.content, bound.headerJson.length);
        Refusing.unless(payload.commitments().equals(bound.header.commitments()), Refusal.COMMITMENT);
        try {
            Message message = Compartments.join(bound.header.type(), payload.contents());
            Refusing.unless(message.type() == bound.header.type(), Refusal.CONTENT);
            byte[] attachments = payload.contents().get(Compartment.ATTACHMENTS);
            if (attachments != null) {
                Attachments.read(attachments);
            }
            return new Verified<>(bound.header, message, payload.contents(), bound.signedData, bound.link);
        } catch (MalformedMessage | RuntimeException malformed) {
            throw new Refusing(Refusal.CONTENT);
        }
    }

    /// Certificates are read once a version, not once a message.
    private KeyIndex index(SignedDirectory directory) {
        if (indexes.size() > INDEXES_MAX) {
            indexes.clear();
        }
        return indexes.computeIfAbsent(directory.hash(), hash -> new KeyIndex(directory.content()));
    }
}
