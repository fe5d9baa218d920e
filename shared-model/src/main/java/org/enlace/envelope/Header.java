package org.enlace.envelope;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;

/// The signed header of an envelope: what it is bound to. Nothing outside it is believed.
///
/// @param v version of this format, 1
/// @param suite the algorithms, `S1`; must be the one the directory lists for the sender
/// @param recipients sorted, without repetition, without the sender; at most [#RECIPIENTS_MAX]
/// @param topic Kafka topic of the sender that it was sealed for
/// @param notAfter must not be delivered later
/// @param dirVersion the directory the sender went by
/// @param dirHash lower-case hex SHA-256 of that directory's content
/// @param links one a recipient, in the order of the recipients
/// @param commitments for each compartment SHA-256(salt, bytes) in lower-case hex; empty before sealing
/// @see <a href="../../../../../../docs/protocol.md#4-header">protocol §4</a>
public record Header(
        int v,
        String suite,
        MessageType type,
        MessageId msgId,
        NodeId sender,
        List<NodeId> recipients,
        String topic,
        Instant sentAt,
        Instant notAfter,
        Mode mode,
        int dirVersion,
        String dirHash,
        List<Link> links,
        Map<Compartment, String> commitments,
        About about) {
    public static final int VERSION = 1;
    public static final int RECIPIENTS_MAX = 64;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    public Header {
        recipients = List.copyOf(recipients);
        links = List.copyOf(links);
        EnumMap<Compartment, String> ordered = new EnumMap<>(Compartment.class);
        ordered.putAll(commitments);
        commitments = Collections.unmodifiableMap(ordered);

        require(v == VERSION, "The header's version is 1");
        require(suite.matches("[A-Z][0-9]{1,3}"), "A suite is named by a letter and a number");
        require(!recipients.isEmpty() && recipients.size() <= RECIPIENTS_MAX, "1 to 64 recipients");
        require(recipients.equals(List.copyOf(new TreeSet<>(recipients))), "Recipients are sorted and named once");
        require(!recipients.contains(sender), "A member does not write to itself");
        require(links.stream().map(Link::to).toList().equals(recipients), "One link a recipient, in their order");
        require(TOPIC.matcher(topic).matches(), "Not a Kafka topic");
        require(sentAt.isBefore(notAfter), "A message must live longer than it takes to send it");
        require(dirVersion >= 1 && HASH.matcher(dirHash).matches(), "Not a version of the directory");
        require(
                commitments.values().stream()
                        .allMatch(hash -> HASH.matcher(hash).matches()),
                "A commitment is 64 lower-case hex digits");
        require(about.messageType() == type, "The header and what it says about the message differ in type");
    }

    /// A header to seal: in suite S1, without commitments, which [Sealer] adds.
    public static Header toSeal(
            MessageId msgId,
            NodeId sender,
            List<NodeId> recipients,
            String topic,
            Instant sentAt,
            Instant notAfter,
            Mode mode,
            int dirVersion,
            String dirHash,
            List<Link> links,
            About about) {
        return new Header(
                VERSION,
                Suite.NAME,
                about.messageType(),
                msgId,
                sender,
                recipients,
                topic,
                sentAt,
                notAfter,
                mode,
                dirVersion,
                dirHash,
                links,
                Map.of(),
                about);
    }

    Header with(Map<Compartment, String> commitments) {
        return new Header(
                v,
                suite,
                type,
                msgId,
                sender,
                recipients,
                topic,
                sentAt,
                notAfter,
                mode,
                dirVersion,
                dirHash,
                links,
                commitments,
                about);
    }

    /// The place of this message in the stream to this recipient.
    public Optional<Link> link(NodeId to) {
        return links.stream().filter(link -> link.to().equals(to)).findFirst();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
