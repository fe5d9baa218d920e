package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecallReasonTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @EnumSource(RecallReason.class)
    void whatNobodyAcceptedIsSealedAtOnceAndSoIsWhatWasAcceptedAfterTheRecall(RecallReason reason) {
        assertThat(reason.sealsAtOnce(NOON, null)).isTrue();
        assertThat(reason.sealsAtOnce(NOON, NOON.plusMillis(1))).isTrue();
        assertThat(reason.end(NOON, NOON.plusMillis(1))).isEqualTo(reason.end());
    }

    @ParameterizedTest
    @EnumSource(RecallReason.class)
    void careThatHadBegunIsAskedToEndAndOnlyDangerSealsWithoutAsking(RecallReason reason) {
        assertThat(reason.end(NOON, NOON)).isEqualTo(BusinessState.WITHDRAWAL_REQUESTED);
        assertThat(reason.sealsAtOnce(NOON, NOON)).isEqualTo(reason == RecallReason.SAFETY);
    }

    @Test
    void aReasonOfANewerVersionIsTakenAsTheGravest() {
        assertThat(RecallReason.of("A_REASON_OF_2031")).isEqualTo(RecallReason.SAFETY);
        assertThat(RecallReason.of("COURT_ORDER")).isEqualTo(RecallReason.COURT_ORDER);
    }

    @Test
    void dangerIsAttestedWithinTwoHoursAndTheRestWithinADay() {
        assertThat(RecallReason.SAFETY.attestWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(RecallReason.WRONG_RECIPIENT.attestWithin()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aMistakeIsEnteredInErrorAndTheRestWithdrawn() {
        assertThat(RecallReason.WRONG_RECIPIENT.end()).isEqualTo(BusinessState.ENTERED_IN_ERROR);
        assertThat(RecallReason.COURT_ORDER.end()).isEqualTo(BusinessState.WITHDRAWN);
    }
}
