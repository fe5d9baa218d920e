package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.lifecycle.BusinessEvent.ACCEPT;
import static org.enlace.lifecycle.BusinessEvent.ACKNOWLEDGE;
import static org.enlace.lifecycle.BusinessEvent.ANSWER;
import static org.enlace.lifecycle.BusinessEvent.ASK;
import static org.enlace.lifecycle.BusinessEvent.AWAIT_JUDGE;
import static org.enlace.lifecycle.BusinessEvent.CLOSE;
import static org.enlace.lifecycle.BusinessEvent.COMPLETE;
import static org.enlace.lifecycle.BusinessEvent.DECLINE;
import static org.enlace.lifecycle.BusinessEvent.MARK_ERROR;
import static org.enlace.lifecycle.BusinessEvent.REOPEN;
import static org.enlace.lifecycle.BusinessEvent.RESUME;
import static org.enlace.lifecycle.BusinessEvent.START;
import static org.enlace.lifecycle.BusinessEvent.WITHDRAW;
import static org.enlace.lifecycle.BusinessEvent.WITHDRAW_CONSENT;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlace.lifecycle.Moves.Allowed;
import org.enlace.lifecycle.Moves.Missing;
import org.enlace.lifecycle.Moves.NotFromHere;
import org.enlace.lifecycle.Moves.NotYours;
import org.junit.jupiter.api.Test;

/// What becomes of a message when both sides act, in order or past each other.
class CourseTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Set<Condition> ALL = EnumSet.complementOf(EnumSet.of(Condition.WORK_HAD_BEGUN));

    @Test
    void aCaseGoesItsWayFromAcknowledgementToItsEndAndIsOpenedAgain() {
        Course course = Course.of(List.of(
                ours(1, ACKNOWLEDGE),
                ours(2, ASK),
                theirs(3, ANSWER),
                ours(4, ACCEPT),
                ours(5, START),
                ours(6, COMPLETE),
                theirs(7, CLOSE),
                theirs(8, REOPEN)));

        assertThat(course.state()).isEqualTo(BusinessState.ACKNOWLEDGED);
        assertThat(course.decisions()).allMatch(Allowed.class::isInstance);
    }

    @Test
    void whatDoesNotFitChangesNothingAndSaysWhy() {
        Act empty = new Act(Party.RECEIVING, DECLINE, at(4), Set.of(Condition.GROUND_GIVEN), null);

        Course course = Course.of(List.of(ours(1, ACKNOWLEDGE), theirs(2, ACCEPT), ours(3, COMPLETE), empty));

        assertThat(course.state()).isEqualTo(BusinessState.ACKNOWLEDGED);
        assertThat(course.decisions())
                .containsExactly(
                        new Allowed(BusinessState.ACKNOWLEDGED),
                        new NotYours(Set.of(Actor.COMPETENT_OFFICER)),
                        new NotFromHere(),
                        new Missing(Set.of(Condition.ALTERNATIVE_GIVEN)));
    }

    @Test
    void aWithdrawalBeatsAnAcceptanceThatCameLaterAndElseAsksForIt() {
        assertThat(Course.of(List.of(ours(1, ACKNOWLEDGE), ours(3, ACCEPT), theirs(2, WITHDRAW)))
                        .state())
                .isEqualTo(BusinessState.WITHDRAWN);
        assertThat(Course.of(List.of(ours(1, ACKNOWLEDGE), ours(2, ACCEPT), theirs(3, WITHDRAW)))
                        .state())
                .isEqualTo(BusinessState.WITHDRAWAL_REQUESTED);
        assertThat(Course.of(List.of(ours(1, ACKNOWLEDGE), theirs(2, WITHDRAW), ours(2, ACCEPT)))
                        .state())
                .isEqualTo(BusinessState.WITHDRAWAL_REQUESTED);
    }

    @Test
    void consentWithdrawnIsFinalWhateverElseAnybodyDoes() {
        for (BusinessEvent event : BusinessEvent.values()) {
            for (Party party : Party.values()) {
                Act other = act(party, 5, event);
                assertThat(Course.of(List.of(ours(1, ACKNOWLEDGE), theirs(4, WITHDRAW_CONSENT), other))
                                .state())
                        .as(party + " " + event)
                        .isEqualTo(BusinessState.CONSENT_WITHDRAWN);
            }
        }
        assertThat(Course.of(List.of(theirs(1, MARK_ERROR), ours(2, WITHDRAW_CONSENT)))
                        .state())
                .isEqualTo(BusinessState.CONSENT_WITHDRAWN);
    }

    @Test
    void whatResumesGoesOnWhereItWas() {
        Course fresh = Course.of(List.of(ours(1, ACKNOWLEDGE), ours(2, AWAIT_JUDGE), ours(3, RESUME)));
        Course again = Course.of(List.of(
                ours(1, ACKNOWLEDGE),
                ours(2, ACCEPT),
                ours(3, START),
                ours(4, COMPLETE),
                theirs(5, CLOSE),
                ours(6, REOPEN),
                ours(7, AWAIT_JUDGE),
                ours(8, RESUME)));

        assertThat(fresh.state()).isEqualTo(BusinessState.ACKNOWLEDGED);
        assertThat(again.state()).isEqualTo(BusinessState.IN_PROGRESS);
    }

    @Test
    void theClockStandsStillForAReasonAndBetweenTheAnswerAndOpeningAgain() {
        Act hold = new Act(Party.RECEIVING, AWAIT_JUDGE, at(5), ALL, "JUDICIAL_AUTHORISATION");
        Course course = Course.of(List.of(
                ours(1, ACKNOWLEDGE),
                ours(2, ASK),
                theirs(4, ANSWER),
                hold,
                ours(8, RESUME),
                ours(10, DECLINE),
                theirs(11, CLOSE),
                theirs(20, REOPEN),
                ours(21, ASK)));

        assertThat(course.stood()).isEqualTo(Duration.ofMinutes(2 + 3 + 10));
        assertThat(course.pauses())
                .containsExactly(
                        new Deadlines.Pause("NEEDS_INFO", at(2), at(4)),
                        new Deadlines.Pause("JUDICIAL_AUTHORISATION", at(5), at(8)),
                        new Deadlines.Pause("NEEDS_INFO", at(21), null));
    }

    @Test
    void whoActsKnowingOfSomethingActsLaterThanItWhateverTheClocksSay() {
        Course known = Course.of(List.of(ours(1, ACKNOWLEDGE), ours(30, ASK)));

        assertThat(known.next(at(10))).isAfter(at(30));
        assertThat(known.next(at(40))).isEqualTo(at(40));
        Act answer = new Act(Party.ORIGINATING, ANSWER, known.next(at(10)), ALL, null);
        assertThat(Course.of(List.of(answer, ours(30, ASK), ours(1, ACKNOWLEDGE)))
                        .state())
                .isEqualTo(BusinessState.ACKNOWLEDGED);
    }

    static Act ours(int minute, BusinessEvent event) {
        return act(Party.RECEIVING, minute, event);
    }

    static Act theirs(int minute, BusinessEvent event) {
        return act(Party.ORIGINATING, minute, event);
    }

    static Act act(Party party, int minute, BusinessEvent event) {
        return new Act(party, event, at(minute), ALL, null);
    }

    static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
