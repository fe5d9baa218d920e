package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.enlace.lifecycle.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {
    private static final Set<MessageType> BY_TWO = EnumSet.of(
            MessageType.CASE_ALERT,
            MessageType.IDENTITY_VERIFICATION,
            MessageType.VICTIM_ASSISTANCE_REQUEST,
            MessageType.VICTIM_REFERRAL,
            MessageType.INFORMATION_REQUEST);

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void whatOpensAMatterWithAnotherStateNeedsTwoAndNothingElseDoes(MessageType type) {
        for (Urgency urgency : EnumSet.complementOf(EnumSet.of(Urgency.IMMEDIATE))) {
            assertThat(Release.of(type, urgency))
                    .as(type + " " + urgency)
                    .isEqualTo(BY_TWO.contains(type) ? Release.BY_SECOND_PERSON : Release.ALONE);
        }
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void nothingImmediateWaitsButWhatNeedsTwoIsLookedAtAfterwards(MessageType type) {
        assertThat(Release.of(type, Urgency.IMMEDIATE))
                .isEqualTo(BY_TWO.contains(type) ? Release.THEN_REVIEWED : Release.ALONE);
    }

    @Test
    void aReviewIsOwedWithinADay() {
        assertThat(Release.REVIEWED_WITHIN).hasHours(24);
    }
}
