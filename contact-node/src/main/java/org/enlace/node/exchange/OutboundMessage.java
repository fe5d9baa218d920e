package org.enlace.node.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlace.attachment.Attachments;
import org.enlace.directory.TopicSubject;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// A message that may go: every rule about it has been asked already.
///
/// @param notAfter it must not be delivered later
/// @param follows the subject of the message that it is about, for kinds that have none of their own
/// @param attachments the files that travel with it, if any
public record OutboundMessage(
        MessageId id,
        Message message,
        About about,
        SortedSet<NodeId> recipients,
        Instant notAfter,
        Mode mode,
        @Nullable TopicSubject follows,
        @Nullable Attachments attachments) {

    public OutboundMessage {
        recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A message needs a recipient");
        }
    }

    /// Of a kind with a subject of its own.
    public OutboundMessage(
            MessageId id, Message message, About about, SortedSet<NodeId> recipients, Instant notAfter, Mode mode) {
        this(id, message, about, recipients, notAfter, mode, null);
    }

    /// Without files.
    public OutboundMessage(
            MessageId id,
            Message message,
            About about,
            SortedSet<NodeId> recipients,
            Instant notAfter,
            Mode mode,
            @Nullable TopicSubject follows) {
        this(id, message, about, recipients, notAfter, mode, follows, null);
    }

    /// The same with files, which are sealed for this message.
    public OutboundMessage with(Attachments files) {
        return new OutboundMessage(id, message, about, recipients, notAfter, mode, follows, files);
    }

    /// What is sealed, by who may open it.
    public SortedMap<Compartment, byte[]> parts() {
        SortedMap<Compartment, byte[]> parts = new TreeMap<>(Compartments.split(message));
        if (attachments != null) {
            parts.put(Compartment.ATTACHMENTS, attachments.write());
        }
        return parts;
    }
}
