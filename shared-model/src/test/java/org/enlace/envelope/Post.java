package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.enlace.directory.Member;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TopicSubject;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.stream.OutgoingLinks;
import org.enlace.stream.StreamState;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialNetwork;

/// Three members who write to each other, with real keys and a signed directory.
final class Post {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final NodeId GT = new NodeId("GT");
    static final NodeId MX = new NodeId("MX");
    static final NodeId SV = new NodeId("SV");

    final SecureRandom random = new SecureRandom();
    final Suite suite;
    final Sealer sealer;
    final Opener opener;
    TrialNetwork network;

    Post() {
        this(Suite.bouncyCastle());
    }

    Post(Suite suite) {
        this.suite = suite;
        this.sealer = new Sealer(suite, random);
        this.opener = new Opener(suite);
        this.network =
                TrialNetwork.create(List.of(GT, MX, SV), TopicNames.OPAQUE, random, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// An alert with two compartments, first of its stream.
    Header header(NodeId from, NodeId... to) {
        return header(from, MessageType.CASE_ALERT, topic(from, TopicSubject.CASES), to);
    }

    Header header(NodeId from, MessageType type, String topic, NodeId... to) {
        List<NodeId> recipients = List.of(to);
        SignedDirectory directory = network.directories().current();
        return Header.toSeal(
                MessageId.next(NOW, random),
                from,
                recipients,
                topic,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                Mode.TEST,
                directory.version(),
                directory.hash(),
                recipients.stream()
                        .map(recipient -> OutgoingLinks.next(recipient, StreamState.first()))
                        .toList(),
                about(type));
    }

    static About about(MessageType type) {
        return new About(
                type,
                About.SCHEMA_VERSION,
                Map.of("palermo-act", 1),
                new CaseReference("GT-2026-7K4M2Q"),
                null,
                null,
                null,
                null,
                Urgency.URGENT,
                "A child is on the way to the border",
                Handling.UNMARKED,
                List.of("PALERMO_10"),
                List.of("PROTECT"),
                "spa",
                "INVESTIGATOR",
                "desk-2",
                null,
                List.of(),
                ChildInvolved.SUSPECTED,
                NOW.plus(Duration.ofHours(8)),
                null,
                null,
                "Movement towards the border at Tecún Umán");
    }

    static CaseAlert alert() {
        return new CaseAlert(
                new CaseAlert.AlertPart(
                        "SUSPECTED_MOVEMENT",
                        "White van, two adults and one child, left at 11:40.",
                        List.of("TRANSPORTATION"),
                        List.of("DECEPTION"),
                        List.of("FORCED_LABOUR_OR_SERVICES"),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "OBSERVE_ONLY",
                        null),
                new CaseAlert.PolicePart(List.of(), List.of(), List.of(), List.of()),
                null);
    }

    static Map<Compartment, byte[]> contents() {
        return Compartments.split(alert());
    }

    Sealed seal(NodeId from, NodeId... to) {
        return seal(from, header(from, to));
    }

    Sealed seal(NodeId from, Header header) {
        return sealer.seal(
                network.member(from).keys().signing(), header, contents(), members(header.recipients()), NOW);
    }

    /// The content that would be signed.
    byte[] content(Header header) {
        Payload payload = Payload.of(contents(), random);
        return payload.after(new HeaderJson().write(header.with(payload.commitments())));
    }

    /// Signed by this member's keys, whatever it is.
    byte[] signed(NodeId by, byte[] content) throws Exception {
        return new SignedContent(suite.primitives(), random)
                .sign(network.member(by).keys().signing(), content, NOW);
    }

    /// Encrypted to these members, whatever it is.
    byte[] wrapped(byte[] signedData, NodeId... to) {
        return sealer.wrap(signedData, members(List.of(to)), NOW);
    }

    List<Member> members(List<NodeId> codes) {
        return codes.stream()
                .map(code -> network.directory().member(code).orElseThrow())
                .toList();
    }

    String topic(NodeId of, TopicSubject subject) {
        return network.directory().member(of).orElseThrow().topics().getOrDefault(subject, "none");
    }

    Opening open(NodeId reader, byte[] envelope) {
        return open(reader, envelope, topic(GT, TopicSubject.CASES), NOW);
    }

    Opening open(NodeId reader, byte[] envelope, String topic, Instant at) {
        return opener.open(envelope, topic, network.member(reader).keys().decryption(), network.directories(), at);
    }

    static void isRefused(Opening opening, Refusal why) {
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    static Verified<?> opened(Opening opening) {
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).message();
    }
}
