package org.enlace.deploy.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.enlace.deploy.client.NodeClient;
import tools.jackson.databind.JsonNode;

/// Messages from one node's API to the partner's desk and their signed receipts back, over a real broker.
final class EndToEnd {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int CLIENTS = 16;

    private final NodeClient sender;
    private final NodeClient desk;
    /// Immediate, so that it leaves without a second person.
    private final byte[] message;
    /// A report, to know only: whoever acknowledges it is done with it.
    private final byte[] notice;

    /// @param desk the partner's
    /// @param to code of the partner
    EndToEnd(NodeClient sender, NodeClient desk, String to) {
        this.sender = sender;
        this.desk = desk;
        this.message = alert(to);
        this.notice = report(to);
    }

    /// Works as hard as it can, so that the nodes have compiled what they need when they are measured. Meanwhile the
    /// partner acknowledges what is on its desk, as somebody always does: what is measured next finds it empty.
    ///
    /// @return no figures, but what there was to work on
    List<Figure> warmUp(Duration duration) throws Exception {
        // One first: a node remembers a password that it has checked, which is made to be slow.
        sender.send(notice);
        try (DeskClerk clerk = DeskClerk.at(desk)) {
            int sent = 0;
            long end = System.nanoTime() + duration.toNanos();
            // In rounds, so that nothing is left waiting: what is measured next would wait behind it.
            while (System.nanoTime() < end) {
                sent += flood(notice, ROUND);
                awaitReceipts(notice);
            }
            await(clerk::hasNothingLeft, "The partner's desk was not cleared");
            return List.of(
                    Figure.plain("warm-up", "Reports sent and acknowledged before the measurement", sent, "reports"));
        }
    }

    /// Alerts at an even pace.
    List<Figure> latency(int perSecond, Duration duration) throws Exception {
        Latencies visible = new Latencies();
        Latencies accepted = new Latencies();
        try (DeskWatch watch = DeskWatch.open(desk)) {
            pace(perSecond, SETTLING, new ConcurrentHashMap<>(), new Latencies());
            Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
            pace(perSecond, duration, acceptedAt, accepted);
            await(() -> watch.seen().keySet().containsAll(acceptedAt.keySet()), "Not every alert reached the desk");
            acceptedAt.forEach((id, at) -> visible.add(Duration.ofNanos(Math.max(0, seen(watch, id) - at))));
        }
        String pace = " at " + perSecond + "/s";
        return List.of(
                Figure.atMost(
                        100,
                        "alert.visible.p50",
                        "Alert on the partner's desk" + pace + ", p50",
                        visible.medianMillis(),
                        "ms"),
                Figure.atMost(
                        300,
                        "alert.visible.p99",
                        "Alert on the partner's desk" + pace + ", p99",
                        visible.p99Millis(),
                        "ms"),
                Figure.plain("api.accept.p50", "API accepts an alert, p50", accepted.medianMillis(), "ms"),
                Figure.plain("api.accept.p99", "API accepts an alert, p99", accepted.p99Millis(), "ms"));
    }

    /// As many as the sender accepts, until the last receipt is back; receipts come in the order of the
    /// messages. First reports, which need nobody at once, then alerts: for each of these somebody is called,
    /// and a supervisor has to look at it.
    List<Figure> throughput(Duration duration) throws Exception {
        Rates reports = rates(notice, duration);
        Rates alerts = rates(message, duration);
        return List.of(
                Figure.plain("reports", "Route reports, API to signed receipt", reports.stored(), "messages/s"),
                Figure.plain("reports.accept", "Route reports, API accepts", reports.accepted(), "messages/s"),
                Figure.atLeast(500, "throughput", "Alerts, API to signed receipt", alerts.stored(), "messages/s"),
                Figure.plain("throughput.accept", "Alerts, API accepts", alerts.accepted(), "messages/s"));
    }

    private record Rates(double accepted, double stored) {}

    private Rates rates(byte[] message, Duration duration) throws Exception {
        long start = System.nanoTime();
        int sent = flood(message, duration);
        double accepted = sent / seconds(start);
        awaitReceipts(message);
        return new Rates(accepted, (sent + 1) / seconds(start));
    }

    /// @return how many the sender accepted
    private int flood(byte[] message, Duration duration) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> each = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                each.add(clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        sender.send(message);
                        sent.incrementAndGet();
                    }
                    return sent;
                }));
            }
            for (Future<?> one : each) {
                one.get();
            }
        }
        return sent.get();
    }

    private void awaitReceipts(byte[] message) throws IOException {
        String last = sender.send(message);
        try {
            await(() -> isStored(last), "Not every receipt came back");
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "; the last message is " + states(last));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void pace(int perSecond, Duration duration, Map<String, Long> acceptedAt, Latencies accepted)
            throws Exception {
        long start = System.nanoTime();
        int count = Math.toIntExact(perSecond * duration.toSeconds());
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> each = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                each.add(requests.submit(() -> {
                    long asked = System.nanoTime();
                    String id = sender.send(message);
                    long now = System.nanoTime();
                    acceptedAt.put(id, now);
                    accepted.add(Duration.ofNanos(now - asked));
                    return id;
                }));
            }
            for (Future<?> one : each) {
                one.get();
            }
        }
    }

    private boolean isStored(String id) throws IOException {
        return states(id).equals(List.of("STORED"));
    }

    /// How far this message is on its way to each recipient.
    private List<String> states(String id) throws IOException {
        List<String> states = new ArrayList<>();
        for (JsonNode delivery : sender.get("/api/v1/messages/" + id).path("deliveries")) {
            states.add(delivery.path("state").asString());
        }
        return states;
    }

    private static long seen(DeskWatch watch, String id) {
        Long at = watch.seen().get(id);
        if (at == null) {
            throw new IllegalStateException("An alert left the desk");
        }
        return at;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition, String otherwise) throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(otherwise + " within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static byte[] alert(String to) {
        String what =
                "Nothing here is meant; a benchmark is running. ".repeat(100).substring(0, 1900);
        return """
                {
                  "type": "CASE_ALERT",
                  "mode": "TEST",
                  "recipients": ["%s"],
                  "urgency": "IMMEDIATE",
                  "urgencyReason": "benchmark",
                  "handling": {"code": "H1", "h3Text": null, "tlp": "AMBER+STRICT", "pap": "AMBER",
                               "evaluation": "B2", "caveats": []},
                  "legalBasis": ["PALERMO_PROTOCOL"],
                  "purpose": ["PREVENTION"],
                  "language": "eng",
                  "subject": "benchmark",
                  "content": {
                    "alert": {
                      "alertKind": "SUSPECTED_MOVEMENT",
                      "what": "%s",
                      "acts": ["TRANSPORTATION"],
                      "means": ["DECEPTION"],
                      "purposes": ["OTHER_SEXUAL"],
                      "persons": [],
                      "vehicles": [],
                      "askedAction": "OBSERVE_ONLY"
                    }
                  }
                }
                """.formatted(to, what).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] report(String to) {
        String crossing = "Nothing here is meant; ".repeat(5).substring(0, 100);
        return """
                {
                  "type": "ROUTE_REPORT",
                  "mode": "TEST",
                  "recipients": ["%s"],
                  "urgency": "ROUTINE",
                  "handling": {"code": "H0", "h3Text": null, "tlp": "AMBER", "pap": "AMBER",
                               "evaluation": "B3", "caveats": []},
                  "purpose": ["PREVENTION", "ANALYSIS"],
                  "language": "eng",
                  "subject": "benchmark",
                  "content": {
                    "legs": [
                      {
                        "from": {"place": {"country": "SV", "precision": "COUNTRY"}, "eventType": "Recruitment"},
                        "to": {"place": {"country": "GT", "precision": "COUNTRY"}, "eventType": "Transit"},
                        "border": {"crossing": "%s", "kind": "RIVER", "official": false},
                        "mode": "BOAT",
                        "concealment": ["NIGHT_MOVEMENT"],
                        "documents": ["WITHHELD"]
                      }
                    ],
                    "period": {"from": "2026-08"},
                    "volumeBand": "6-20",
                    "direction": "ONE_WAY",
                    "active": true,
                    "confidence": "MEDIUM",
                    "basedOn": {"victims": 9, "cases": 4}
                  }
                }
                """.formatted(to, crossing).getBytes(StandardCharsets.UTF_8);
    }
}
