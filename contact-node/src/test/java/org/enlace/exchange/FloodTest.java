package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.enlace.envelope.Sealed;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Quarantine;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A member that pours garbage on its topic.
@Tag("long")
class FloodTest {
    private static final int RECORDS = 6_000;
    private static final Duration LONG = Duration.ofMinutes(4);

    @Test
    void aFloodIsCountedAndBoundedAlarmsOnceAndBlocksNobody() throws Exception {
        try (Site site = Site.open(GT, MX, SV);
                ExchangeNode.Running gt = site.start(GT, site.h2());
                Neighbour sv = new Neighbour(site, SV);
                Neighbour zz = new Neighbour(site, TrialNetwork.EXERCISE_PARTNER)) {
            byte[][] garbage = new byte[RECORDS][];
            Random random = new Random(7);
            for (int i = 0; i < RECORDS; i++) {
                garbage[i] = new byte[120];
                random.nextBytes(garbage[i]);
            }
            sv.publishAll(List.of(garbage));
            await().atMost(LONG).until(() -> count(gt, "quarantine") > 100);

            zz.publish(zz.next(GT, "in the middle of the flood"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !gt.shown().notes("ZZ").isEmpty());
            assertThat(count(gt, "inbox where state = 'NEW' and sender = 'SV'")).isPositive();

            Sealed good = sv.next(GT, "the first good one");
            sv.publish(good);
            await().atMost(LONG).until(() -> gt.shown().notes("SV").contains("the first good one"));
            assertThat(gt.bean(MeterRegistry.class)
                            .counter("enlace.quarantined", "reason", "NOT_AN_ENVELOPE")
                            .count())
                    .isEqualTo(RECORDS);
            assertThat(gt.bean(Quarantine.class).count()).isEqualTo(5_000);
            assertThat(count(gt, "quarantine where raw is not null")).isEqualTo(500);
            assertThat(count(gt, "inbox where raw is not null")).isZero();
            assertThat(gt.bean(Alarms.class).open(200))
                    .filteredOn(
                            alarm -> alarm.kind() == AlarmKind.QUARANTINED || alarm.kind() == AlarmKind.QUARANTINE_FULL)
                    .extracting(Alarm::kind, Alarm::times)
                    .containsExactlyInAnyOrder(
                            tuple(AlarmKind.QUARANTINED, (long) RECORDS),
                            tuple(AlarmKind.QUARANTINE_FULL, RECORDS - 5_000L));
        }
    }

    private static int count(ExchangeNode.Running node, String what) {
        return Objects.requireNonNull(node.database().queryForObject("select count(*) from " + what, Integer.class));
    }
}
