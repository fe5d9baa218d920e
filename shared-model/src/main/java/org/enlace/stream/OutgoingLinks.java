package org.enlace.stream;

import org.enlace.envelope.Link;
import org.enlace.message.NodeId;

/// Numbers and chains what this member sends. A number is used once: store the new state before or with the
/// message, never after.
public final class OutgoingLinks {
    private OutgoingLinks() {}

    /// The place of the next message to this recipient.
    public static Link next(NodeId to, StreamState state) {
        return new Link(to, state.epoch(), state.lastSeq() + 1, state.lastHash());
    }

    /// The state once the message with this link is sealed.
    ///
    /// @param chainHash of the sealed message, 64 lower-case hex digits
    public static StreamState after(Link link, String chainHash) {
        return new StreamState(link.epoch(), link.seq(), chainHash);
    }
}
