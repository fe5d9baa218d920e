package org.enlace.node.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.node.access.OfficerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
    private static final OfficerId SOMEONE = new OfficerId("0".repeat(32));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    00-24             | -
                    00-08 08-16 16-24 | -
                    00-24 08-16       | -
                    00-24 24-30       | -
                    02-24             | 00-02
                    00-22             | 22-24
                    00-02 06-24       | 02-06
                    06-24 00-02       | 02-06
                    00-12 02-06 14-24 | 12-14
                    30-40             | 00-24
                    """)
    void everyHourWithoutAnybodyIsNamed(String shifts, String gaps) {
        var found = Gap.among(
                Stream.of(shifts.split(" ", -1))
                        .map(shift -> shift("Desk", shift))
                        .toList(),
                hour("00"),
                hour("24"));

        assertThat(found)
                .isEqualTo(
                        gaps == null
                                ? List.of()
                                : Stream.of(gaps.split(" ", -1))
                                        .map(gap -> new Gap(
                                                "Desk", hour(gap.split("-", -1)[0]), hour(gap.split("-", -1)[1])))
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"Desk,Night desk,2", "Desk,desk,0"})
    void eachUnitNeedsItsOwn(String one, String other, int gaps) {
        var found = Gap.among(List.of(shift(one, "00-12"), shift(other, "12-24")), hour("00"), hour("24"));

        assertThat(found).hasSize(gaps);
    }

    private static Shift shift(String unit, String hours) {
        var ends = hours.split("-", -1);
        return new Shift(UUID.randomUUID(), unit, SOMEONE, null, hour(ends[0]), hour(ends[1]));
    }

    private static Instant hour(String hour) {
        return Instant.parse("2026-11-28T00:00:00Z").plusSeconds(3_600L * Long.parseLong(hour));
    }
}
