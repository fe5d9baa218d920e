package org.enlace.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Report report = new Report(Instant.EPOCH);

    @Test
    void whatTheNetworkAddsIsSaidWhereBothSidesWereMeasured() {
        report.add(List.of(
                Figure.plain("kafka.p50", "Bare Kafka", 4, "ms"),
                Figure.plain("alert.visible.p50", "On the desk", 60, "ms")));

        report.addRatios();

        assertThat(printed())
                .containsPattern("Alert on the partner's desk against bare Kafka, p50 +15.00 times")
                .doesNotContain("receipt against");
    }

    @Test
    void whatWasNotMeasuredHasNoRatio() {
        report.add(List.of(Figure.plain("kafka.p50", "Bare Kafka", 4, "ms")));

        report.addRatios();

        assertThat(printed()).doesNotContain("times");
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
