package org.enlace.node.desk;

import java.time.Instant;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;

/// One message on the desk.
///
/// @param id random: it stands in addresses
/// @param waits whether someone still has a step to take
/// @param due the clock that runs now: first to acknowledge, then to answer; null when nothing is owed
/// @param askedDue by when the sender asked for an answer
/// @param clockFrom when the clocks started: when the receiver's node had stored the message
/// @param owner id of our officer who took it
/// @param untold whether the sender does not know yet what was done with it here
record DeskItem(
        UUID id,
        MessageId message,
        CaseReference reference,
        Side side,
        BusinessState state,
        boolean waits,
        @Nullable Instant ackDue,
        @Nullable Instant answerDue,
        @Nullable Instant due,
        @Nullable Instant askedDue,
        Instant clockFrom,
        @Nullable String owner,
        @Nullable Instant takenAt,
        boolean untold) {

    /// Whether an answer is owed and its clock has not started: no recipient has confirmed that it has the message.
    boolean onItsWay() {
        return side == Side.SENT && waits && ackDue == null;
    }

    boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }

    /// Whether nobody at this contact point has taken it yet.
    boolean fresh() {
        return side == Side.RECEIVED && state == BusinessState.RECEIVED;
    }
}
