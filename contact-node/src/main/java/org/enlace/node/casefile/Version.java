package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;

/// One version of a message that was corrected.
///
/// @param number from 1
/// @param given the id by which its sender knows it
/// @param desk pseudonym of the officer who signed it off
/// @param digest SHA-256 of the signed bytes, of what we received
/// @param reason why it took the place of the one before, code of list `correction-reason`; null for the first
/// @param readAt when an officer here confirmed that they read it; of a correction that we received
/// @param readBy their pseudonym
public record Version(
        int number,
        MessageId given,
        String desk,
        @Nullable String digest,
        Instant sentAt,
        Instant storedAt,
        @Nullable String reason,
        @Nullable Instant readAt,
        @Nullable String readBy) {

    /// Whether somebody at this contact point has yet to confirm that they read it.
    ///
    /// @param side of the message
    boolean unread(Side side) {
        return side == Side.RECEIVED && number > 1 && readAt == null;
    }
}
