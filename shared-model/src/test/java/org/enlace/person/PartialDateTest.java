package org.enlace.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-05", "2026-05-31", "2028-02-29"})
    void aDateIsAsExactAsItIsKnown(String text) {
        assertThat(new PartialDate(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "26", "2026-5", "2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-05-00", "2026-05-1 "
            })
    void whatIsInNoCalendarIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> new PartialDate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A date looks like 2026, 2026-05 or 2026-05-12");
    }

    @Test
    void aMonthIsTheFinestThatACoarseDateSays() {
        assertThat(new PartialDate("2026-05-12").toMonth()).isEqualTo(new PartialDate("2026-05"));
        assertThat(new PartialDate("2026").toMonth()).isEqualTo(new PartialDate("2026"));
    }
}
