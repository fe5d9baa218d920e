package org.enlace.node.exchange;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notices that a topic was deleted and made anew under the same name. Its offsets start from 0 again, so the place
/// where this node stood in the old one means nothing in the new one. Belongs to the thread of the receiver.
@Component
class TopicIds {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(1);

    private final KafkaClients kafka;
    private final Taking taking;
    private final Set<String> known = new HashSet<>();
    private @Nullable Admin admin;
    private long nextLook = System.nanoTime();

    TopicIds(KafkaClients kafka, Taking taking) {
        this.kafka = kafka;
        this.taking = taking;
    }

    /// Records of these topics have come; if one of them was never looked at, that is due now.
    void came(Collection<String> topics) {
        if (!known.containsAll(topics)) {
            nextLook = System.nanoTime();
        }
    }

    /// Those of these topics that are other ones than those in which this node stood, each with the offset at which it
    /// stood. From now on it stands at their beginning.
    Map<String, Long> madeAnew(Set<String> topics) {
        if (System.nanoTime() - nextLook < 0) {
            return Map.of();
        }
        nextLook = System.nanoTime() + EVERY.toNanos();
        Map<String, String> ids = ids(topics);
        known.addAll(ids.keySet());
        return taking.identify(ids);
    }

    void close() {
        Admin open = admin;
        admin = null;
        if (open != null) {
            open.close(CLOSE_MAX);
        }
    }

    /// Topics about which the broker says nothing are left out: they are not there now, or not ours to read.
    private Map<String, String> ids(Set<String> topics) {
        Admin open = admin;
        if (open == null) {
            open = kafka.admin();
            admin = open;
        }
        Map<String, KafkaFuture<TopicDescription>> asked =
                open.describeTopics(TopicCollection.ofTopicNames(topics)).topicNameValues();
        Map<String, String> ids = new HashMap<>();
        asked.forEach((topic, answer) -> {
            try {
                ids.put(topic, answer.get().topicId().toString());
            } catch (ExecutionException e) {
                // The reader of the topic says what is wrong with it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return ids;
    }
}
