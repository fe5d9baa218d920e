package org.enlace.node.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.enlace.node.statistics.Pace.Taken;
import org.junit.jupiter.api.Test;

/// Periods that hold the same figures never overlap, and a time is of many.
class PeriodTest {
    private static final ZoneId ZONE = ZoneId.of("America/Panama");
    private static final Instant FIRST = Instant.parse("2026-05-20T12:00:00Z");

    @Test
    void aPeriodIsClosedAMonthAfterItsEndAndWhatWasBeforeTheFirstMessageIsNone() {
        assertThat(closed("2026-07-31T12:00:00Z")).isEmpty();
        assertThat(closed("2026-08-01T04:59:59Z")).isEmpty();
        assertThat(closed("2026-08-01T05:00:00Z")).containsExactly("2026-Q2");
        assertThat(closed("2027-02-01T05:00:00Z")).containsExactly("2026-Q2", "2026-Q3", "2026-Q4", "2026");
        assertThat(closed("2027-05-01T05:00:00Z")).endsWith("2027-Q1");
    }

    @Test
    void noTwoPeriodsOfAKindOverlap() {
        var all = Period.closed(FIRST, Instant.parse("2036-05-01T00:00:00Z"), ZONE);
        for (var one : all) {
            for (var other : all) {
                if (!one.equals(other) && one.isYear() == other.isYear()) {
                    assertThat(one.until(ZONE).isAfter(other.from(ZONE))
                                    && other.until(ZONE).isAfter(one.from(ZONE)))
                            .as("%s and %s", one, other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aTimeIsShownOfElevenAndSoRoundThatItIsNobodys() {
        assertThat(Pace.of(taken(10, 7))).isEmpty();
        assertThat(Pace.of(taken(11, 7))).contains(new Pace(40, 70, 0));
        assertThat(Pace.of(taken(40, 60)).orElseThrow().ninetieth()).isEqualTo(36 * 60);
        var half = IntStream.range(0, 40)
                .mapToObj(at -> new Taken(Duration.ofMinutes(at), true, at % 2 == 0))
                .toList();
        assertThat(Pace.of(half).orElseThrow().overdue()).isEqualTo(50);
    }

    /// So many, each longer than the one before.
    private static List<Taken> taken(int many, int minutes) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(at -> new Taken(Duration.ofMinutes((long) at * minutes), true, false))
                .toList();
    }

    private static List<String> closed(String now) {
        return Period.closed(FIRST, Instant.parse(now), ZONE).stream()
                .map(Period::code)
                .toList();
    }
}
