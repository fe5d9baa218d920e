package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.SV;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.KeyRing;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.Quarantined;
import org.junit.jupiter.api.Test;

/// A node whose key file is not the one that belongs to the directory.
class MissingKeyTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void whatIsEncryptedToAKeyThatIsNotInstalledWaitsAloudAndIsShownOnceItIs() throws Exception {
        try (Site site = Site.open(GT, SV);
                Neighbour sv = new Neighbour(site, SV)) {
            Path storage = site.folder("storage");
            List<String[]> databases = List.of(site.h2(), site.postgres());
            sv.publish(sv.next(GT, "to the key that is there"));
            KeyRing before = site.network().member(GT).keys();
            site.move(network -> network.rotating(GT));
            sv.publish(sv.next(GT, "to the new key"));
            sv.publish(sv.next(GT, "and another"));
            KeyRing after = site.network().member(GT).keys();
            for (String[] database : databases) {
                install(before, site);
                try (var gt = site.start(GT, site.files(), storage, database)) {
                    await().atMost(SOON).until(() -> waiting(gt).size() == 2);
                    assertThat(waiting(gt)).containsOnly(QuarantineReason.KEY_MISSING);
                    assertThat(gt.shown().notes("SV")).containsExactly("to the key that is there");
                    await().atMost(SOON).until(() -> missing(gt).size() == 1);
                    assertThat(alarms(gt, AlarmKind.QUARANTINED))
                            .singleElement()
                            .satisfies(alarm -> {
                                assertThat(alarm.subject()).isEqualTo("SV KEY_MISSING");
                                assertThat(alarm.times()).isEqualTo(2);
                            });
                    tryAgain(gt);
                    await().atMost(SOON).until(() -> waiting(gt).size() == 2 && parked(gt) == 2);
                }
                install(after, site);
                try (var gt = site.start(GT, site.files(), storage, database)) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(gt.shown().notes("SV"))
                                    .containsExactly("to the key that is there", "to the new key", "and another"));
                    assertThat(waiting(gt)).isEmpty();
                    await().atMost(SOON).until(() -> missing(gt).isEmpty());
                    assertThat(alarms(gt, AlarmKind.QUARANTINED)).isEmpty();
                }
            }
        }
    }

    private static void install(KeyRing keys, Site site) {
        Path own = site.files().resolve(GT.value());
        KeyFiles.save(own.resolve("keys.p12"), KeyFiles.password(own.resolve("keys.password")), keys);
    }

    private static List<QuarantineReason> waiting(ExchangeNode.Running node) {
        return node.bean(Quarantine.class).list(0, 50).stream()
                .map(Quarantined::reason)
                .toList();
    }

    private static void tryAgain(ExchangeNode.Running node) {
        node.bean(Quarantine.class)
                .list(0, 50)
                .forEach(one -> node.bean(Quarantine.class).tryAgain(one.id()));
    }

    private static int parked(ExchangeNode.Running node) {
        return node.database()
                .queryForList("select id from inbox where state = 'PARKED'", Long.class)
                .size();
    }

    private static List<Alarm> missing(ExchangeNode.Running node) {
        return alarms(node, AlarmKind.KEY_MISSING);
    }

    private static List<Alarm> alarms(ExchangeNode.Running node, AlarmKind kind) {
        return node.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == kind)
                .toList();
    }
}
