package org.enlace.node.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.envelope.Limits;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores records as they came, once each, with the position after them.
@Component
class Taking {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final CrashPoint crash;
    private final Clock clock;

    Taking(JdbcClient database, ApplicationEventPublisher events, CrashPoint crash, Clock clock) {
        this.database = database;
        this.events = events;
        this.crash = crash;
        this.clock = clock;
    }

    /// The next offset of each topic that was ever read.
    @Transactional(readOnly = true)
    Map<String, Long> positions() {
        return database
                .sql("select topic, next_offset from topic_position")
                .query((row, _) -> Map.entry(row.getString("topic"), row.getLong("next_offset")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param records in the order in which they came, all that were polled
    @Transactional
    void store(List<Taken> records) {
        Instant now = clock.instant();
        Map<String, Long> next = new HashMap<>();
        Set<String> seen = known(records);
        for (Taken record : records) {
            if (seen.add(record.digest())) {
                insert(record, now);
            } else {
                cameAgain(record);
            }
            next.put(record.topic(), record.offset() + 1);
        }
        crash.hit("R2");
        next.forEach(this::moveTo);
        events.publishEvent(new RecordsTaken());
    }

    /// What was there cannot be read: the next record after it is what comes next.
    @Transactional
    void passOver(String topic, long next) {
        moveTo(topic, next);
    }

    /// Notes which topic of its name each is.
    ///
    /// @param ids of topics by name
    /// @return those that are not the one whose next offset is known, with that offset; the next is now the first
    @Transactional
    Map<String, Long> identify(Map<String, String> ids) {
        Map<String, Long> another = new HashMap<>();
        database.sql("select topic, topic_id, next_offset from topic_position")
                .query((row, _) ->
                        new Position(row.getString("topic"), row.getString("topic_id"), row.getLong("next_offset")))
                .list()
                .forEach(position -> {
                    String id = ids.get(position.topic());
                    if (id == null || id.equals(position.id())) {
                        return;
                    }
                    boolean anew = position.id() != null;
                    if (anew) {
                        another.put(position.topic(), position.next());
                    }
                    database.sql("update topic_position set topic_id = ?, next_offset = ? where topic = ?")
                            .params(id, anew ? 0 : position.next(), position.topic())
                            .update();
                });
        return another;
    }

    private record Position(String topic, @Nullable String id, long next) {}

    private Set<String> known(List<Taken> records) {
        List<String> digests = records.stream().map(Taken::digest).distinct().toList();
        return new HashSet<>(database.sql("select digest from inbox where digest in (:digests)")
                .param("digests", digests)
                .query((row, _) -> row.getString(1))
                .list());
    }

    private void insert(Taken record, Instant now) {
        boolean tooLarge = record.value().length > Limits.ENVELOPE_MAX;
        database.sql("""
                        insert into inbox (sender, topic, record_offset, digest, record_digest, record_size,
                            received_at, state, attempts, not_before, accounted, raw)
                        values (?, ?, ?, ?, ?, ?, ?, 'NEW', 0, ?, false, ?)""")
                .params(
                        record.sender().value(),
                        record.topic(),
                        record.offset(),
                        record.digest(),
                        record.recordDigest(),
                        record.value().length,
                        StoredTime.utc(now),
                        StoredTime.utc(now))
                .param(tooLarge ? null : record.value())
                .update();
    }

    /// The same bytes: the sender published them again, or someone repeats them. If they are stored, its receipt
    /// goes out once more; otherwise the first copy is still on its way and will be answered.
    private void cameAgain(Taken record) {
        database.sql("""
                        update inbox set state = 'AGAIN' where digest = ?
                            and (state = 'DONE' and msg_id is not null or state = 'REFUSED' and receipt_id is not null)""").param(record.digest()).update();
    }

    private void moveTo(String topic, long next) {
        int moved = database.sql("update topic_position set next_offset = ? where topic = ?")
                .params(next, topic)
                .update();
        if (moved == 0) {
            database.sql("insert into topic_position (topic, next_offset) values (?, ?)")
                    .params(topic, next)
                    .update();
        }
    }

    /// There is something new to open.
    record RecordsTaken() {}

    /// One record as it came.
    static final class Taken {
        private final NodeId sender;
        private final String topic;
        private final long offset;
        private final byte[] value;
        private final String recordDigest;
        private final String digest;

        Taken(NodeId sender, String topic, long offset, byte[] value) {
            this.sender = sender;
            this.topic = topic;
            this.offset = offset;
            this.value = value;
            this.recordDigest = sha256(value);
            // An empty record is like any other, so it is known by its place instead.
            String what = value.length == 0 ? "@" + offset : recordDigest;
            this.digest = sha256((topic + " " + what).getBytes(StandardCharsets.UTF_8));
        }

        /// The member whose topic it came on.
        NodeId sender() {
            return sender;
        }

        String topic() {
            return topic;
        }

        long offset() {
            return offset;
        }

        byte[] value() {
            return value;
        }

        /// Of the bytes.
        String recordDigest() {
            return recordDigest;
        }

        /// Of the bytes and the topic: whoever repeats another's record on a topic of its own made another record.
        String digest() {
            return digest;
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This JVM has no SHA-256", e);
            }
        }
    }
}
