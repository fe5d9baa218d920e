package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.message.MessageId;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// Somebody was told that a message waits.
///
/// @param rung code of list `rung`
/// @param late whether it came noticeably after its time
/// @param told nobody, if there was nobody to tell
/// @param notices what went to officers away from the console
public record Calling(MessageId message, String rung, Instant at, boolean late, List<Told> told, List<Sent> notices) {

    public Calling {
        told = List.copyOf(told);
        notices = List.copyOf(notices);
    }

    /// @param atDesk whether a desk of theirs was open then
    public record Told(OfficerId officer, boolean atDesk) {}

    /// @param way `EMAIL` or `WEBHOOK`
    /// @param officer null for a webhook
    /// @param state `WAITING`, `SENT`, `FAILED` or `DROPPED`
    /// @param at when that was so; null while it waits
    /// @param reason why it did not go, the last time it was tried
    public record Sent(
            String way,
            @Nullable OfficerId officer,
            String state,
            @Nullable Instant at,
            @Nullable String reason) {}
}
