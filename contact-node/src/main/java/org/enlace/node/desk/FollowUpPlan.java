package org.enlace.node.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.enlace.message.VictimReferral;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When somebody looks again how the person is whose case was completed: on the day that was named then; of a referral
/// on the days that its sender planned; and after a voluntary return, if the sender planned nothing, after thirty and
/// ninety days.
@Component
class FollowUpPlan {
    private static final List<Integer> AFTER_RETURN_DAYS = List.of(30, 90);

    private final FollowUps followUps;
    private final CaseReading reading;
    private final Acceptance days;

    FollowUpPlan(FollowUps followUps, CaseReading reading, Acceptance days) {
        this.followUps = followUps;
        this.reading = reading;
        this.days = days;
    }

    /// Replaces what was planned before, in the transaction that completes the case.
    ///
    /// @param named when it was completed
    void completed(MessageEntry message, @Nullable LocalDate named) {
        if (message.side() == Side.SENT) {
            return;
        }
        var today = days.today();
        var planned = new TreeSet<>(reading.plannedFollowUps(message));
        planned.removeIf(day -> !day.isAfter(today));
        if (planned.isEmpty() && isReturn(message)) {
            AFTER_RETURN_DAYS.forEach(after -> planned.add(today.plusDays(after)));
        }
        if (named != null) {
            planned.add(named);
        }
        followUps.plan(message.id(), planned);
    }

    private static boolean isReturn(MessageEntry message) {
        return message.gist()
                .first("kind")
                .filter(VictimReferral.VOLUNTARY_RETURN::equals)
                .isPresent();
    }
}
