package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.access.OfficerId;
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
/// @param stood how long the answer's clock stood still, which is part of `answerDue`
/// @param answers that stand to a message that asks, codes of the list for its kind
/// @param untold whether the sender does not know yet what was done with it here
/// @param urgency for this desk: its sender's, unless somebody here set another
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
        Duration stood,
        List<String> answers,
        boolean untold,
        Urgency urgency) {

    DeskItem {
        answers = List.copyOf(answers);
    }

    /// The same with the answer due later by what the clock stood still since it was last looked at.
    DeskItem stood(Duration total) {
        // As fine as the database keeps it, or each look would move it a little.
        var counted = Duration.ofMillis(total.toMillis());
        var answer = answerDue == null ? null : answerDue.plus(counted).minus(stood);
        return new DeskItem(
                id, message, reference, side, state, waits, ackDue, answer, due, askedDue, clockFrom, owner, takenAt,
                counted, answers, untold, urgency);
    }

    DeskItem now(BusinessState next, boolean stillWaits, @Nullable Instant running) {
        return new DeskItem(
                id,
                message,
                reference,
                side,
                next,
                stillWaits,
                ackDue,
                answerDue,
                running,
                askedDue,
                clockFrom,
                owner,
                takenAt,
                stood,
                answers,
                untold,
                urgency);
    }

    DeskItem heldBy(OfficerId officer, @Nullable Instant since) {
        return new DeskItem(
                id,
                message,
                reference,
                side,
                state,
                waits,
                ackDue,
                answerDue,
                due,
                askedDue,
                clockFrom,
                officer.value(),
                since,
                stood,
                answers,
                untold,
                urgency);
    }

    /// With clocks that started then.
    DeskItem started(Instant from, Instant acknowledge, Instant answer) {
        return new DeskItem(
                id,
                message,
                reference,
                side,
                state,
                waits,
                acknowledge,
                answer.plus(stood),
                due,
                askedDue,
                from,
                owner,
                takenAt,
                stood,
                answers,
                untold,
                urgency);
    }

    /// With no clock that ends later than these.
    DeskItem sooner(Instant acknowledge, Instant answer) {
        return started(
                clockFrom,
                ackDue == null || acknowledge.isBefore(ackDue) ? acknowledge : ackDue,
                answerDue == null || answer.isBefore(answerDue) ? answer.minus(stood) : answerDue.minus(stood));
    }

    /// What waits now that the message was taken back, whatever waited before.
    ///
    /// @param by until when somebody has to act, null if nobody has to any more
    DeskItem takenBack(BusinessState end, @Nullable Instant by, Instant since) {
        return new DeskItem(
                id,
                message,
                reference,
                side,
                end,
                by != null,
                null,
                by,
                by,
                askedDue,
                since,
                owner,
                takenAt,
                Duration.ZERO,
                answers,
                untold,
                urgency);
    }

    /// Somebody also has to act until then.
    DeskItem alsoBy(Instant other) {
        return now(state, true, due == null || other.isBefore(due) ? other : due);
    }

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
