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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MovesTest {
    private static final Set<Condition> ALL = EnumSet.allOf(Condition.class);

    /// One row of the domain's table, with everybody who may and everything that must hold.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT | SUBMIT | AWAITING_RELEASE | ORIGINATOR | SCHEMA_VALID CONSENT_OR_OVERRIDE RISK_BLOCK_COMPLETE",
                "AWAITING_RELEASE | RELEASE | SENT | ORIGINATING_SUPERVISOR ORIGINATOR "
                        + "| FOUR_EYES_OR_IMMEDIATE RECIPIENTS_WITH_VALID_KEYS HANDLING_NOT_WIDER_THAN_COMPARTMENTS",
                "AWAITING_RELEASE | RETURN | DRAFT | ORIGINATING_SUPERVISOR | REASON_GIVEN",
                "SENT | STORE | RECEIVED | RECEIVING_NODE | SIGNATURES_VALID",
                "RECEIVED | ACKNOWLEDGE | ACKNOWLEDGED | RECEIVING_OFFICER | PERSON_NAMED",
                "FORWARDED | ACKNOWLEDGE | ACKNOWLEDGED | RECEIVING_OFFICER | PERSON_NAMED",
                "ACKNOWLEDGED | ASK | NEEDS_INFO | RECEIVING_OFFICER | QUESTION_GIVEN",
                "NEEDS_INFO | ANSWER | ACKNOWLEDGED | ORIGINATING_OFFICER |",
                "ACKNOWLEDGED | AWAIT_JUDGE | ON_HOLD | RECEIVING_SUPERVISOR | REASON_GIVEN",
                "ON_HOLD | RESUME | ACKNOWLEDGED | RECEIVING_OFFICER |",
                "ON_HOLD | RESUME_WORK | IN_PROGRESS | RECEIVING_OFFICER | WORK_HAD_BEGUN",
                "ACKNOWLEDGED | FORWARD | FORWARDED | RECEIVING_OFFICER | AUTHORITY_NAMED CONSENT_AND_HANDLING_ALLOW",
                "ACKNOWLEDGED | ACCEPT | ACCEPTED | COMPETENT_OFFICER | CASE_WORKER_AND_START_NAMED",
                "ACKNOWLEDGED | DECLINE | DECLINED | RECEIVING_SUPERVISOR | GROUND_GIVEN ALTERNATIVE_GIVEN",
                "ACCEPTED | START | IN_PROGRESS | CASE_WORKER |",
                "IN_PROGRESS | COMPLETE | COMPLETED | CASE_WORKER | OUTCOME_AND_FOLLOW_UP_GIVEN",
                "IN_PROGRESS | FAIL | FAILED | RECEIVING_SUPERVISOR | REASON_GIVEN",
                "COMPLETED | CLOSE | CLOSED | ORIGINATING_SUPERVISOR | OUTCOME_SEEN",
                "DECLINED | CLOSE | CLOSED | ORIGINATING_SUPERVISOR | OUTCOME_SEEN",
                "FAILED | CLOSE | CLOSED | ORIGINATING_SUPERVISOR | OUTCOME_SEEN",
                "CLOSED | REOPEN | ACKNOWLEDGED | ORIGINATING_SUPERVISOR RECEIVING_SUPERVISOR | REASON_GIVEN",
                "DRAFT | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "AWAITING_RELEASE | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "SENT | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "RECEIVED | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "ACKNOWLEDGED | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "NEEDS_INFO | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "ON_HOLD | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "FORWARDED | WITHDRAW | WITHDRAWN | ORIGINATOR ORIGINATING_SUPERVISOR |",
                "ACCEPTED | ASK_WITHDRAWAL | WITHDRAWAL_REQUESTED | ORIGINATOR |",
                "IN_PROGRESS | ASK_WITHDRAWAL | WITHDRAWAL_REQUESTED | ORIGINATOR |",
                "WITHDRAWAL_REQUESTED | CONFIRM_WITHDRAWAL | WITHDRAWN | RECEIVING_OFFICER | CARE_NOT_INTERRUPTED",
                "IN_PROGRESS | WITHDRAW_CONSENT | CONSENT_WITHDRAWN | CASE_WORKER ORIGINATING_CASE_WORKER |",
                "SENT | MARK_ERROR | ENTERED_IN_ERROR | ORIGINATING_SUPERVISOR |",
            })
    void aMoveIsMadeByWhoMayRefusedToAllOthersAndRefusedWhileSomethingIsMissing(
            BusinessState from, BusinessEvent event, BusinessState to, String who, String needs) {
        Set<Actor> may = all(Actor.class, who);
        Set<Condition> must = all(Condition.class, needs);
        for (Actor actor : Actor.values()) {
            assertThat(Moves.decide(from, event, Set.of(actor), must))
                    .as(actor.name())
                    .isEqualTo(may.contains(actor) ? new Allowed(to) : new NotYours(may));
        }
        for (Condition condition : must) {
            Set<Condition> rest = EnumSet.complementOf(EnumSet.of(condition));
            assertThat(Moves.decide(from, event, may, rest)).isEqualTo(new Missing(Set.of(condition)));
        }
        for (BusinessState elsewhere : BusinessState.values()) {
            if (Moves.decide(elsewhere, event, may, ALL) instanceof NotFromHere) {
                assertThat(elsewhere).isNotEqualTo(from);
            }
        }
    }

    @Test
    void thereAreNoOtherArrows() {
        List<String> arrows = new ArrayList<>();
        for (BusinessState from : BusinessState.values()) {
            for (BusinessEvent event : BusinessEvent.values()) {
                for (Actor who : Actor.values()) {
                    if (Moves.decide(from, event, Set.of(who), ALL) instanceof Allowed) {
                        arrows.add(from + " " + event + " " + who);
                    }
                }
            }
        }

        // 20 by one state and one person each; release and reopening by 2; withdrawal before acceptance from 8 states
        // by 2; asking for it from 2; consent from all 18 by 2; error from all 18.
        assertThat(arrows).hasSize(20 + 2 * 2 + 8 * 2 + 2 + 18 * 2 + 18);
    }

    @Test
    void nobodyDeclinesAVictimWithoutAGroundAndAnotherDoor() {
        Decision decision = Moves.decide(
                BusinessState.ACKNOWLEDGED, BusinessEvent.DECLINE, Set.of(Actor.RECEIVING_SUPERVISOR), Set.of());

        assertThat(decision).isEqualTo(new Missing(EnumSet.of(Condition.GROUND_GIVEN, Condition.ALTERNATIVE_GIVEN)));
    }

    @Test
    void anOfficerCannotDeclineWhatOnlyTheSupervisorMay() {
        Decision decision =
                Moves.decide(BusinessState.ACKNOWLEDGED, BusinessEvent.DECLINE, Set.of(Actor.RECEIVING_OFFICER), ALL);

        assertThat(decision).isEqualTo(new NotYours(Set.of(Actor.RECEIVING_SUPERVISOR)));
    }

    @Test
    void whoTakesAnItemSecondIsToldThatItIsTaken() {
        assertThat(Moves.decide(
                        BusinessState.ACKNOWLEDGED, BusinessEvent.ACKNOWLEDGE, Set.of(Actor.RECEIVING_OFFICER), ALL))
                .isEqualTo(new NotFromHere());
    }

    @ParameterizedTest
    @EnumSource
    void consentCanBeWithdrawnAtAnyMoment(BusinessState state) {
        assertThat(Moves.decide(state, BusinessEvent.WITHDRAW_CONSENT, Set.of(Actor.CASE_WORKER), Set.of()))
                .isEqualTo(new Allowed(BusinessState.CONSENT_WITHDRAWN));
        assertThat(Crossing.later(state, BusinessState.CONSENT_WITHDRAWN)).isEqualTo(BusinessState.CONSENT_WITHDRAWN);
        assertThat(Crossing.later(BusinessState.CONSENT_WITHDRAWN, state)).isEqualTo(BusinessState.CONSENT_WITHDRAWN);
    }

    @Test
    void whoIsSeveralThingsMayWhatAnyOfThemMay() {
        assertThat(Moves.decide(
                        BusinessState.ACKNOWLEDGED,
                        BusinessEvent.AWAIT_JUDGE,
                        Set.of(Actor.RECEIVING_OFFICER, Actor.RECEIVING_SUPERVISOR),
                        ALL))
                .isEqualTo(new Allowed(BusinessState.ON_HOLD));
    }

    @Test
    void eachSideHasItsOwnMoves() {
        assertThat(Moves.of(Party.RECEIVING))
                .contains(BusinessEvent.ACCEPT, BusinessEvent.REOPEN, BusinessEvent.WITHDRAW_CONSENT)
                .doesNotContain(BusinessEvent.ANSWER, BusinessEvent.CLOSE, BusinessEvent.WITHDRAW);
        assertThat(Moves.of(Party.ORIGINATING))
                .contains(BusinessEvent.ANSWER, BusinessEvent.CLOSE, BusinessEvent.REOPEN)
                .doesNotContain(BusinessEvent.ACCEPT, BusinessEvent.CONFIRM_WITHDRAWAL);
    }

    @Test
    void whatCannotBeDoneYetSaysFromWhenOnItCanAndWhatIsTooLateSaysNothing() {
        assertThat(Moves.ahead(BusinessState.ACKNOWLEDGED, BusinessEvent.START))
                .containsExactly(BusinessState.ACCEPTED);
        assertThat(Moves.ahead(BusinessState.RECEIVED, BusinessEvent.CLOSE))
                .containsExactlyInAnyOrder(BusinessState.DECLINED, BusinessState.COMPLETED, BusinessState.FAILED);
        assertThat(Moves.ahead(BusinessState.IN_PROGRESS, BusinessEvent.ACCEPT)).isEmpty();
        assertThat(Moves.ahead(BusinessState.ACKNOWLEDGED, BusinessEvent.ACKNOWLEDGE))
                .isEmpty();
        assertThat(Moves.ahead(BusinessState.WITHDRAWN, BusinessEvent.REOPEN)).isEmpty();
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

    private static <E extends Enum<E>> Set<E> all(Class<E> type, @Nullable String names) {
        Set<E> all = EnumSet.noneOf(type);
        if (names != null) {
            for (String name : names.split(" ", -1)) {
                all.add(Enum.valueOf(type, name));
            }
        }
        return all;
    }
}
