package org.enlace.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlingTest {
    private static final Handling OPEN =
            new Handling(HandlingCode.H0, null, Tlp.GREEN, Pap.RED, Evaluation.parse("A1"), List.of(Caveat.CHILD));
    private static final Handling CLOSED = new Handling(
            HandlingCode.H3,
            "Ask first",
            Tlp.AMBER,
            Pap.GREEN,
            Evaluation.parse("B2"),
            List.of(Caveat.CHILD, Caveat.NO_AUTO_MATCH));

    @Test
    void theStricterWinsInEachRespectWhicheverComesFirst() {
        assertThat(OPEN.with(CLOSED)).isEqualTo(CLOSED.with(OPEN));
        assertThat(OPEN.with(CLOSED))
                .isEqualTo(new Handling(
                        HandlingCode.H3,
                        "Ask first",
                        Tlp.AMBER,
                        Pap.RED,
                        null,
                        List.of(Caveat.CHILD, Caveat.NO_AUTO_MATCH)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsEverDowngraded(Tlp tlp) {
        Handling unmarked =
                Handling.UNMARKED.with(new Handling(HandlingCode.H0, null, tlp, Pap.CLEAR, null, List.of()));

        assertThat(unmarked.tlp()).isGreaterThanOrEqualTo(Tlp.AMBER_STRICT).isGreaterThanOrEqualTo(tlp);
        assertThat(unmarked.code()).isEqualTo(HandlingCode.H1);
    }

    @Test
    void twoRestrictionsInWordsBothStand() {
        Handling other = new Handling(HandlingCode.H3, "Not to the press", Tlp.RED, Pap.RED, null, List.of());

        assertThat(CLOSED.with(other).h3Text()).contains("Ask first").contains("Not to the press");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHILD",
                "EXCLUDE(GT:POLICE)",
                "EXCLUDE(Fiscalía 3)",
                "DESTROY_AFTER(2027-05-01)",
                "NEW_IN_2031(x)"
            })
    void aCaveatIsWrittenAsItWasRead(String text) {
        assertThat(Caveat.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "child",
                "EXCLUDE",
                "EXCLUDE()",
                "EXCLUDE(a",
                "EXCLUDE(a)(b)",
                "DESTROY_AFTER(soon)",
                "CHILD\n"
            })
    void whatIsNoCaveatIsRefused(String text) {
        assertThatThrownBy(() -> Caveat.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnExclusionExcludes() {
        assertThat(Caveat.exclude("GT:POLICE").excluded()).contains("GT:POLICE");
        assertThat(Caveat.destroyAfter(LocalDate.parse("2027-05-01")).excluded())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A0", "A5", "D1", "a1", "A11"})
    void whatIsNoEvaluationIsRefused(String text) {
        assertThatThrownBy(() -> Evaluation.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
