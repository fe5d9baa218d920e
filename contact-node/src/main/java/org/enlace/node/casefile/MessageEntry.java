package org.enlace.node.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;

/// What rests of a message in clear: codes, pseudonyms and times.
///
/// @param id by which this node knows it: as its sender gave it, unless another message here has that id already
/// @param givenId by which its sender knows it
/// @param partner whose message it is: the sender's, ours when sent
/// @param closedTo our roles that the sender shut out
/// @param readAs the kind of message whose readers read it: its own, or that of the message whose use it is about
/// @param author id of our officer, of what we sent
/// @param authorName pseudonym of the officer who signed it off
/// @param digest SHA-256 of the signed bytes, of what we received
/// @param storedAt when it was durable here; clocks start then
/// @param recalled null unless its owner took it back
public record MessageEntry(
        MessageId id,
        MessageId givenId,
        CaseReference reference,
        Side side,
        NodeId partner,
        Urgency urgency,
        boolean child,
        boolean protectionOnly,
        Set<Role> closedTo,
        Mode mode,
        Gist gist,
        MessageType readAs,
        @Nullable String author,
        String authorName,
        @Nullable String digest,
        Instant sentAt,
        Instant storedAt,
        @Nullable Recalled recalled) {

    public MessageEntry {
        closedTo = Set.copyOf(closedTo);
        sentAt = sentAt.truncatedTo(ChronoUnit.MICROS);
        storedAt = storedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// Whether nobody opens it any more: neither a page nor the API, a list, a search or a notification tells of it.
    public boolean sealed() {
        return recalled != null && recalled.sealedAt() != null;
    }

    /// The same, read by nobody who does not read the other.
    MessageEntry guardedAs(MessageEntry other) {
        var closed = EnumSet.noneOf(Role.class);
        closed.addAll(closedTo);
        closed.addAll(other.closedTo);
        return new MessageEntry(
                id,
                givenId,
                reference,
                side,
                partner,
                urgency,
                child,
                protectionOnly || other.protectionOnly,
                closed,
                mode,
                gist,
                other.readAs,
                author,
                authorName,
                digest,
                sentAt,
                storedAt,
                recalled);
    }

    /// What it says from now on: it is no less urgent and no less guarded than it was, and came when it came.
    MessageEntry correctedBy(MessageEntry next) {
        return new MessageEntry(
                id,
                givenId,
                reference,
                side,
                partner,
                urgency.atLeast(next.urgency) ? urgency : next.urgency,
                child || next.child,
                protectionOnly || next.protectionOnly,
                Corrections.closed(this, next),
                mode,
                next.gist,
                readAs,
                author,
                next.authorName,
                next.digest,
                sentAt,
                storedAt,
                recalled);
    }

    /// Whether the person it is about no longer agrees to any of it.
    public boolean consentEnded() {
        return recalled != null && recalled.byPerson();
    }

    public MessageEntry with(Recalled how) {
        return new MessageEntry(
                id,
                givenId,
                reference,
                side,
                partner,
                urgency,
                child,
                protectionOnly,
                closedTo,
                mode,
                how.sealedAt() == null ? gist : Gist.of(gist.type(), Map.of()),
                readAs,
                author,
                authorName,
                digest,
                sentAt,
                storedAt,
                how);
    }

    /// As another contact point files it, where no officer of ours is its author.
    MessageEntry elsewhere(Side there, Set<Role> closedThere) {
        return new MessageEntry(
                id,
                givenId,
                reference,
                there,
                partner,
                urgency,
                child,
                protectionOnly,
                closedThere,
                mode,
                gist,
                readAs,
                null,
                authorName,
                digest,
                sentAt,
                storedAt,
                recalled);
    }
}
