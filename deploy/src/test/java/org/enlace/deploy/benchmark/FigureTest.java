package org.enlace.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigureTest {
    private final Figure slow = Figure.atMost(100, "alert.visible.p50", "Alert on the desk", 101, "ms");
    private final Figure fast = Figure.atLeast(500, "throughput", "API to receipt", 500, "messages/s");
    private final Figure plain = Figure.plain("kafka.p50", "Bare Kafka", 3, "ms");

    @Test
    void aGoalIsMissedOrMetAndWhereThereIsNoneThereIsNoVerdict() {
        assertThat(slow.met()).contains(false);
        assertThat(fast.met()).contains(true);
        assertThat(plain.met()).isEmpty();
    }

    @Test
    void peopleAndProgramsReadTheSame() {
        Report report = new Report(Instant.parse("2026-11-22T12:00:00Z"));
        report.add(List.of(slow, fast, plain));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        JsonNode json = JsonMapper.shared().readTree(report.json());

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("Alert on the desk") && line.endsWith("goal <= 100.00  MISSED"))
                .anyMatch(line -> line.startsWith("API to receipt") && line.endsWith("goal >= 500.00  met"))
                .anyMatch(line -> line.startsWith("load at start: "));
        assertThat(json.path("figures")).hasSize(3);
        assertThat(json.path("figures").get(0).path("name").asString()).isEqualTo("alert.visible.p50");
        assertThat(json.path("figures").get(2).path("goal").isNull()).isTrue();
        assertThat(json.path("conditions").path("load at start").isString()).isTrue();
    }
}
