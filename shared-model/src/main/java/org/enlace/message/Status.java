package org.enlace.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person at the receiving contact point did something with a message.
///
/// @param at by the clock of the node where it happened
/// @param desk pseudonym of desk or officer
/// @param ground code of list `refusal-ground` with `DECLINED`, of `pause-reason` with `ON_HOLD`
/// @param forwardedTo the unit that holds it now
/// @param alternative whom to ask instead, required with `DECLINED`: never a dead end for a victim
/// @param note in words, at most 2,000 characters, no names
public record Status(
        MessageId of,
        StatusKind kind,
        Instant at,
        String desk,
        @Nullable String ground,
        @Nullable String forwardedTo,
        @Nullable String alternative,
        @Nullable String note)
        implements Message {

    @Override
    public MessageType type() {
        return MessageType.STATUS;
    }
}
