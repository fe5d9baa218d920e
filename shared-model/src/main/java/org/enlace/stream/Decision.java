package org.enlace.stream;

/// What to do with a message of a stream. Each message that a stream accounts for gets exactly one; a message
/// refused for its content counts too, or the stream would wait for it for ever.
public sealed interface Decision {

    /// It is the next one.
    ///
    /// @param next the state to store in the same transaction as the message
    record Deliver(StreamState next) implements Decision {}

    /// It came early: keep it, and ask for what is missing.
    ///
    /// @param missingFrom first sequence number not delivered yet
    /// @param missingTo the last one before this message; some between may already be held
    record Hold(long missingFrom, long missingTo) implements Decision {}

    /// It came more than [IncomingStream#HELD_MAX] too early: do not keep it in memory or order, raise the alarm.
    record TooFarAhead(long missingFrom, long missingTo) implements Decision {}

    /// The same message is delivered or held already: drop this copy, answer with the receipt of the first.
    record Duplicate() implements Decision {}

    /// Proof against the sender or its keys: two different messages signed for one place, or a predecessor that
    /// we never got. Keep the bytes of both.
    ///
    /// @param seq the place they contradict each other in
    /// @param ours chain hash of what we know at that place
    record Fork(long seq, String ours) implements Decision {}

    /// An epoch that no approved reset has opened, or one that has ended.
    record UnknownEpoch(int epoch) implements Decision {}
}
