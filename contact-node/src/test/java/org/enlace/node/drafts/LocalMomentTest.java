package org.enlace.node.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.enlace.node.web.LocalMoment;
import org.junit.jupiter.api.Test;

/// Times of day as they are typed in a country that puts its clocks forward and back.
class LocalMomentTest {
    private static final ZoneId HAITI = ZoneId.of("America/Port-au-Prince");

    @Test
    void aTimeThatClocksArePutForwardOverIsRefused() {
        var answers = typed("2027-03-14T02:30");

        assertThat(answers.moment("from")).isNull();
        assertThat(answers.misfits()).containsExactly(new Misfit("from", Misfit.Kind.NO_SUCH_TIME));
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsMeantAndItsOffsetIsShown() {
        var answers = typed("2026-11-01T01:30");

        assertThat(answers.moment("from")).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(answers.misfits()).isEmpty();
        assertThat(LocalMoment.of("2026-11-01T01:30", HAITI).orElseThrow().inWords())
                .isEqualTo("2026-11-01T01:30 (UTC-04:00)");
    }

    @Test
    void everyOtherTimeIsWhatItSays() {
        assertThat(typed("2026-11-01T02:00").moment("from")).isEqualTo("2026-11-01T07:00:00Z");
        assertThat(typed("2027-03-14T03:00").moment("from")).isEqualTo("2027-03-14T07:00:00Z");
        assertThat(LocalMoment.of("2026-11-01T02:00", HAITI).orElseThrow().inWords())
                .isEqualTo("2026-11-01T02:00");
        assertThat(LocalMoment.of("2026-11-01T02:00", HAITI).orElseThrow().instant())
                .contains(Instant.parse("2026-11-01T07:00:00Z"));
    }

    @Test
    void whatIsNoTimeIsSaidToBeNone() {
        var answers = typed("half past two");

        assertThat(answers.moment("from")).isNull();
        assertThat(answers.misfits()).containsExactly(new Misfit("from", Misfit.Kind.NOT_A_TIME));
    }

    private static Answers typed(String text) {
        return Answers.to(new Values(Map.of("from", List.of(text))), HAITI);
    }
}
