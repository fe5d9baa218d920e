package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.SV;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.enlace.directory.TopicSubject;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A topic that is deleted and made anew holds more records than the old one did, so that the place where a node stood
/// is there too: it is the topic's own id that tells.
@Tag("long")
class TopicMadeAnewTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aTopicMadeAnewWithMoreRecordsThanBeforeIsReadFromItsBeginning(String kind) throws Exception {
        try (Site site = Site.open(GT, SV);
                Neighbour sv = new Neighbour(site, SV)) {
            String topic = sv.topic(TopicSubject.ROUTES);
            String[] database = "h2".equals(kind) ? site.h2() : site.postgres();
            Path storage = site.folder("storage");
            try (var gt = site.start(GT, site.files(), storage, database)) {
                sv.publish(sv.next(GT, "1"));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(gt.shown().notes("SV")).containsExactly("1"));
                await().atMost(SOON).until(() -> identified(gt, topic));

                makeAnew(site, topic);
                for (int i = 2; i <= 4; i++) {
                    sv.publish(sv.next(GT, "" + i));
                }

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(gt.shown().notes("SV")).containsExactly("1", "2", "3", "4"));
                assertThat(lost(gt)).singleElement().extracting(Alarm::subject).isEqualTo(topic);
            }
            makeAnew(site, topic);
            for (int i = 5; i <= 9; i++) {
                sv.publish(sv.next(GT, "" + i));
            }
            try (var gt = site.start(GT, site.files(), storage, database)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(gt.shown().notes("SV"))
                                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9"));
                assertThat(lost(gt)).hasSize(1);
            }
        }
    }

    private static void makeAnew(Site site, String topic) throws Exception {
        try (Admin admin = Admin.create(site.administrator())) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(topic));
        }
        site.configureBroker();
    }

    private static boolean identified(ExchangeNode.Running node, String topic) {
        return node.database()
                        .queryForList(
                                "select topic from topic_position where topic = ? and topic_id is not null",
                                String.class,
                                topic)
                        .size()
                == 1;
    }

    private static List<Alarm> lost(ExchangeNode.Running node) {
        return node.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == AlarmKind.RECORDS_LOST)
                .toList();
    }
}
