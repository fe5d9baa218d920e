package org.enlace.stream;

import java.util.Optional;
import java.util.function.LongFunction;
import org.enlace.envelope.Link;

/// Decides about each message of one stream, in whatever order and how often the broker delivers it. After a
/// [Decision.Deliver] the caller offers the held message with the next number, if there is one, in the same way.
///
/// @see <a href="../../../../../../docs/protocol.md#7-streams">protocol §7</a>
public final class IncomingStream {
    /// How far ahead of the last delivered message one may be to be held.
    public static final int HELD_MAX = 1000;

    private IncomingStream() {}

    /// @param state how far this stream came; it starts as [StreamState#first]
    /// @param known chain hash of the message at a place, delivered or held, if we have one; the message in
    ///     question does not count as held while it is decided about
    public static Decision decide(
            StreamState state, LongFunction<Optional<String>> known, Link link, String chainHash) {
        if (link.epoch() != state.epoch()) {
            return new Decision.UnknownEpoch(link.epoch());
        }
        if (link.seq() <= state.lastSeq()) {
            String ours = link.seq() == state.lastSeq()
                    ? state.lastHash()
                    : known.apply(link.seq()).orElseThrow(() -> forgotten(link.seq()));
            return sameOrFork(link.seq(), ours, chainHash);
        }
        Optional<String> held = known.apply(link.seq());
        if (held.isPresent() && !held.get().equals(chainHash)) {
            return new Decision.Fork(link.seq(), held.get());
        }
        if (link.seq() == state.lastSeq() + 1) {
            return link.prev().equals(state.lastHash())
                    ? new Decision.Deliver(OutgoingLinks.after(link, chainHash))
                    : new Decision.Fork(state.lastSeq(), state.lastHash());
        }
        if (held.isPresent()) {
            return new Decision.Duplicate();
        }
        return link.seq() - state.lastSeq() > HELD_MAX
                ? new Decision.TooFarAhead(state.lastSeq() + 1, link.seq() - 1)
                : new Decision.Hold(state.lastSeq() + 1, link.seq() - 1);
    }

    private static Decision sameOrFork(long seq, String ours, String chainHash) {
        return ours.equals(chainHash) ? new Decision.Duplicate() : new Decision.Fork(seq, ours);
    }

    private static IllegalStateException forgotten(long seq) {
        return new IllegalStateException(
                "No chain hash kept for message " + seq + " of this stream; the stream table must never be cleaned");
    }
}
