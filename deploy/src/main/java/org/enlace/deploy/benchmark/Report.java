package org.enlace.deploy.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All figures of one run, for people and for machines.
final class Report {
    private final Instant startedAt;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    Report(Instant startedAt) {
        this.startedAt = startedAt;
        conditions.put("java", Runtime.version().toString());
        conditions.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        conditions.put("load at start", load());
    }

    void condition(String name, String value) {
        conditions.put(name, value);
    }

    void add(List<Figure> more) {
        figures.addAll(more);
    }

    /// What the network adds to the parts that it is made of, as far as both were measured.
    void addRatios() {
        Optional<Double> visible = value("alert.visible.p50");
        Optional<Double> kafka = value("kafka.p50");
        if (visible.isPresent() && kafka.isPresent()) {
            figures.add(Figure.plain(
                    "alert.visible.ratio",
                    "Alert on the partner's desk against bare Kafka, p50",
                    visible.get() / kafka.get(),
                    "times"));
        }
        Optional<Double> throughput = value("throughput");
        Optional<Double> seal = value("seal.one");
        Optional<Double> open = value("open.one");
        if (throughput.isPresent() && seal.isPresent() && open.isPresent()) {
            double available = Runtime.getRuntime().availableProcessors() * 1e6 / throughput.get();
            figures.add(Figure.plain(
                    "throughput.ratio",
                    "A message and its receipt against sealing and opening both",
                    available / (2 * (seal.get() + open.get())),
                    "times"));
        }
    }

    private Optional<Double> value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::value)
                .findFirst();
    }

    /// Load of the machine over the last minute, without which no figure means anything.
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    void print(PrintStream out) {
        conditions.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        for (Figure figure : figures) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-62s %12.2f %-12s %s",
                    figure.what(),
                    figure.value(),
                    figure.unit(),
                    verdict(figure)));
        }
    }

    byte[] json() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(Map.of("startedAt", startedAt, "conditions", conditions, "figures", figures));
    }

    private static String verdict(Figure figure) {
        return figure.goal()
                .map(goal -> {
                    String sign = switch (goal.sense()) {
                        case AT_MOST -> "<=";
                        case AT_LEAST -> ">=";
                    };
                    String met = goal.metBy(figure.value()) ? "met" : "MISSED";
                    return String.format(Locale.ROOT, "goal %s %.2f  %s", sign, goal.limit(), met);
                })
                .orElse("");
    }
}
