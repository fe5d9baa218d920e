package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlace.lifecycle.Moves.Allowed;
import org.enlace.lifecycle.Moves.Decision;
import org.enlace.lifecycle.Moves.Missing;
import org.enlace.lifecycle.Moves.NotFromHere;
import org.enlace.lifecycle.Moves.NotYours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MovesTest {
    private static final Set<Condition> ALL = EnumSet.allOf(Condition.class);

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMIT, ORIGINATOR, AWAITING_RELEASE",
        "AWAITING_RELEASE, RELEASE, ORIGINATING_SUPERVISOR, SENT",
        "AWAITING_RELEASE, RETURN, ORIGINATING_SUPERVISOR, DRAFT",
        "SENT, STORE, RECEIVING_NODE, RECEIVED",
        "RECEIVED, ACKNOWLEDGE, RECEIVING_OFFICER, ACKNOWLEDGED",
        "FORWARDED, ACKNOWLEDGE, RECEIVING_OFFICER, ACKNOWLEDGED",
        "ACKNOWLEDGED, ASK, RECEIVING_OFFICER, NEEDS_INFO",
        "NEEDS_INFO, ANSWER, ORIGINATOR, ACKNOWLEDGED",
        "ACKNOWLEDGED, AWAIT_JUDGE, RECEIVING_SUPERVISOR, ON_HOLD",
        "ON_HOLD, RESUME, RECEIVING_OFFICER, ACKNOWLEDGED",
        "ON_HOLD, RESUME_WORK, RECEIVING_OFFICER, IN_PROGRESS",
        "ACKNOWLEDGED, FORWARD, RECEIVING_OFFICER, FORWARDED",
        "ACKNOWLEDGED, ACCEPT, COMPETENT_OFFICER, ACCEPTED",
        "ACKNOWLEDGED, DECLINE, RECEIVING_SUPERVISOR, DECLINED",
        "ACCEPTED, START, CASE_WORKER, IN_PROGRESS",
        "IN_PROGRESS, COMPLETE, CASE_WORKER, COMPLETED",
        "IN_PROGRESS, FAIL, RECEIVING_SUPERVISOR, FAILED",
        "COMPLETED, CLOSE, ORIGINATING_SUPERVISOR, CLOSED",
        "DECLINED, CLOSE, ORIGINATING_SUPERVISOR, CLOSED",
        "FAILED, CLOSE, ORIGINATING_SUPERVISOR, CLOSED",
        "CLOSED, REOPEN, RECEIVING_SUPERVISOR, ACKNOWLEDGED",
        "RECEIVED, WITHDRAW, ORIGINATOR, WITHDRAWN",
        "ACCEPTED, ASK_WITHDRAWAL, ORIGINATOR, WITHDRAWAL_REQUESTED",
        "WITHDRAWAL_REQUESTED, CONFIRM_WITHDRAWAL, RECEIVING_OFFICER, WITHDRAWN",
        "IN_PROGRESS, WITHDRAW_CONSENT, CASE_WORKER, CONSENT_WITHDRAWN",
        "SENT, MARK_ERROR, ORIGINATING_SUPERVISOR, ENTERED_IN_ERROR",
    })
    void theArrowsOfTheDomainAreThere(BusinessState from, BusinessEvent event, Actor who, BusinessState to) {
        assertThat(Moves.decide(from, event, who, ALL)).isEqualTo(new Allowed(to));
    }

    @Test
    void thereAreNoOtherArrows() {
        List<String> arrows = new ArrayList<>();
        for (BusinessState from : BusinessState.values()) {
            for (BusinessEvent event : BusinessEvent.values()) {
                for (Actor who : Actor.values()) {
                    if (Moves.decide(from, event, who, ALL) instanceof Allowed) {
                        arrows.add(from + " " + event + " " + who);
                    }
                }
            }
        }

        // 25 by one state and one person each; withdrawal before acceptance from 8 states by 2; asking for it from 2;
        // consent and error from all 18.
        assertThat(arrows).hasSize(25 + 8 * 2 + 2 + 18 * 2);
    }

    @Test
    void nobodyDeclinesAVictimWithoutAGroundAndAnotherDoor() {
        Decision decision =
                Moves.decide(BusinessState.ACKNOWLEDGED, BusinessEvent.DECLINE, Actor.RECEIVING_SUPERVISOR, Set.of());

        assertThat(decision).isEqualTo(new Missing(EnumSet.of(Condition.GROUND_GIVEN, Condition.ALTERNATIVE_GIVEN)));
    }

    @Test
    void anOfficerCannotDeclineWhatOnlyTheSupervisorMay() {
        Decision decision =
                Moves.decide(BusinessState.ACKNOWLEDGED, BusinessEvent.DECLINE, Actor.RECEIVING_OFFICER, ALL);

        assertThat(decision).isEqualTo(new NotYours(Set.of(Actor.RECEIVING_SUPERVISOR)));
    }

    @Test
    void whoTakesAnItemSecondIsToldThatItIsTaken() {
        assertThat(Moves.decide(BusinessState.ACKNOWLEDGED, BusinessEvent.ACKNOWLEDGE, Actor.RECEIVING_OFFICER, ALL))
                .isEqualTo(new NotFromHere());
    }

    @ParameterizedTest
    @EnumSource
    void consentCanBeWithdrawnAtAnyMoment(BusinessState state) {
        assertThat(Moves.decide(state, BusinessEvent.WITHDRAW_CONSENT, Actor.CASE_WORKER, Set.of()))
                .isEqualTo(new Allowed(BusinessState.CONSENT_WITHDRAWN));
        assertThat(Crossing.later(state, BusinessState.CONSENT_WITHDRAWN)).isEqualTo(BusinessState.CONSENT_WITHDRAWN);
        assertThat(Crossing.later(BusinessState.CONSENT_WITHDRAWN, state)).isEqualTo(BusinessState.CONSENT_WITHDRAWN);
    }

    @Test
    void aScreenOffersWhatThePersonCouldDo() {
        assertThat(Moves.open(BusinessState.ACKNOWLEDGED, Actor.RECEIVING_OFFICER))
                .containsExactlyInAnyOrder(BusinessEvent.ASK, BusinessEvent.FORWARD);
        assertThat(Moves.open(BusinessState.WITHDRAWN, Actor.RECEIVING_OFFICER)).isEmpty();
    }

    @Test
    void aRecallBeatsAnAcceptanceOnlyIfItWasSentEarlier() {
        Instant ten = Instant.parse("2026-11-22T10:00:00Z");

        assertThat(Crossing.recalled(ten, ten.plusSeconds(1))).isEqualTo(BusinessState.WITHDRAWN);
        assertThat(Crossing.recalled(ten, ten)).isEqualTo(BusinessState.WITHDRAWAL_REQUESTED);
        assertThat(Crossing.recalled(ten.plusSeconds(1), ten)).isEqualTo(BusinessState.WITHDRAWAL_REQUESTED);
    }

    @Test
    void aLateAnswerToAWithdrawnRequestStaysSealed() {
        assertThat(Crossing.mayOpenAnswer(BusinessState.WITHDRAWN)).isFalse();
        assertThat(Crossing.mayOpenAnswer(BusinessState.CONSENT_WITHDRAWN)).isFalse();
        assertThat(Crossing.mayOpenAnswer(BusinessState.IN_PROGRESS)).isTrue();
    }

    @Test
    void anOlderCorrectionAfterANewerOneDoesNotCount() {
        assertThat(Crossing.correctionCounts(3, 2)).isFalse();
        assertThat(Crossing.correctionCounts(3, 3)).isFalse();
        assertThat(Crossing.correctionCounts(3, 4)).isTrue();
    }
}
