package org.enlace.node.exchange;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.enlace.desk.DeskUnderTest;
import org.enlace.message.NodeId;

/// A node that has contact again and reads, as far as it is told, what a partner sent meanwhile.
public final class CatchingUpNode {
    private static final TopicPartition TOPIC = new TopicPartition("t-backlog", 0);

    private final DeskUnderTest.Running node;
    private final NodeId partner;
    private final Backlog backlog;
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    private CatchingUpNode(DeskUnderTest.Running node, NodeId partner) {
        this.node = node;
        this.partner = partner;
        this.backlog = node.bean(Backlog.class);
    }

    /// @param end where the topic of the partner ends
    public static CatchingUpNode reads(DeskUnderTest.Running node, NodeId partner, long end) {
        var reading = new CatchingUpNode(node, partner);
        reading.consumer.assign(List.of(TOPIC));
        reading.consumer.updateEndOffsets(Map.of(TOPIC, end));
        reading.again();
        return reading;
    }

    public void again() {
        backlog.begins(Set.of(partner));
        reaches(0);
    }

    public void reaches(long offset) {
        consumer.seek(TOPIC, offset);
        backlog.look(consumer, Map.of(TOPIC.topic(), partner));
    }

    /// Its turn comes in a year.
    public void storesOneThatNobodyOpens() {
        var now = node.clock().instant();
        node.database()
                .sql("""
                        insert into inbox (sender, topic, record_offset, digest, record_digest, record_size,
                            received_at, state, attempts, not_before, accounted, raw)
                        values (?, ?, 4, ?, ?, 0, ?, 'NEW', 0, ?, false, null)""")
                .params(
                        partner.value(),
                        TOPIC.topic(),
                        TOPIC.topic(),
                        TOPIC.topic(),
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC))
                .update();
    }

    public void opensIt() {
        node.database()
                .sql("update inbox set state = 'DONE' where topic = ?")
                .param(TOPIC.topic())
                .update();
    }

    public void losesContact() {
        backlog.ends();
    }
}
