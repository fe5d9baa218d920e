package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether this node has taken in what waited for it at the broker while it had no contact. Until then it does not know
/// what a partner took back meanwhile. Looked at once for each contact, never longer than [#WAIT_MAX], and not at all
/// while there is no contact.
@Component
public class Backlog {
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);
    private static final Duration ASK_MAX = Duration.ofSeconds(5);
    /// A start knows within one poll whether there is contact.
    private static final Duration FIRST_LOOK_MAX = Duration.ofSeconds(2);

    private final InboxRows inbox;
    private final Clock clock;
    private final CountDownLatch looked = new CountDownLatch(1);
    /// By partner: the last record that was there when its topics had been read to their end.
    private final Map<NodeId, Long> unopened = new ConcurrentHashMap<>();
    private volatile Set<NodeId> unread = Set.of();
    private volatile Instant since = Instant.EPOCH;
    private @Nullable Map<TopicPartition, Long> ends;

    Backlog(InboxRows inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /// Whether something of this partner may still have to be taken in before its messages are shown.
    public boolean pending(NodeId partner) {
        awaitFirstLook();
        if (clock.instant().isAfter(since.plus(WAIT_MAX))) {
            return false;
        }
        if (unread.contains(partner)) {
            return true;
        }
        var last = unopened.get(partner);
        if (last == null) {
            return false;
        }
        if (inbox.waits(partner, last)) {
            return true;
        }
        unopened.remove(partner, last);
        return false;
    }

    private void awaitFirstLook() {
        try {
            if (looked.getCount() > 0 && !looked.await(FIRST_LOOK_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                looked.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// There is contact again; all that these have sent meanwhile is to be read.
    void begins(Set<NodeId> partners) {
        ends = null;
        unopened.clear();
        since = clock.instant();
        unread = Set.copyOf(partners);
        looked.countDown();
    }

    /// There is none: nothing can be waited for.
    void ends() {
        ends = null;
        unopened.clear();
        unread = Set.of();
        looked.countDown();
    }

    /// Looks how far the reading is. Belongs to the thread of the receiver, after it has stored what it polled.
    ///
    /// @param senders by topic
    void look(Consumer<?, ?> consumer, Map<String, NodeId> senders) {
        if (unread.isEmpty()) {
            return;
        }
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, Long> wanted = ends;
        if (wanted == null) {
            wanted = consumer.endOffsets(assigned, ASK_MAX);
            ends = wanted;
        }
        Set<NodeId> behind = new HashSet<>();
        wanted.forEach((topic, end) -> {
            NodeId sender = senders.get(topic.topic());
            if (sender != null && assigned.contains(topic) && consumer.position(topic, ASK_MAX) < end) {
                behind.add(sender);
            }
        });
        for (NodeId partner : unread) {
            if (!behind.contains(partner)) {
                unopened.put(partner, inbox.last(partner));
            }
        }
        behind.retainAll(unread);
        unread = Set.copyOf(behind);
    }
}
