package org.enlace.node.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody wrote is no formula in the spreadsheet of whoever opens the file.
class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "  =1",
                "\t=1",
                "\r\n=cmd|' /C calc'!A0",
                "\u00A0=1",
                "\u200B=1",
                "\uFF1D1+1",
                "%0A=1",
                "|x"
            })
    void noCellBeginsAFormula(String hostile) {
        assertThat(Csv.line(List.of(hostile))).startsWith("\"'").endsWith("\"\r\n");
        assertThat(Csv.line(List.of(hostile)).strip()).doesNotContain("\r", "\n", "\t", "\u200B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GT-2026-7K4M2Q", "Suspected movement, 2 to 5 persons", "a\"b", "Ñandú"})
    void everythingElseStaysAsItIs(String plain) {
        assertThat(Csv.line(List.of(plain, "x"))).isEqualTo("\"" + plain.replace("\"", "\"\"") + "\",\"x\"\r\n");
    }
}
