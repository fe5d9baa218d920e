package org.enlace.node.attachment;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.enlace.node.attachment.ChunkFiles.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far the topics for attachments were read, and where chunks stood that no message had named by then.
@Repository
class ChunkPositions {
    /// Of one member. What is beyond is not gone back to: its chunks have to come again.
    private static final int EARLY_MAX = 1_000;

    private final JdbcClient database;

    ChunkPositions(JdbcClient database) {
        this.database = database;
    }

    Map<String, Long> all() {
        Map<String, Long> positions = new HashMap<>();
        database.sql("select topic, next_offset from attachment_topic")
                .query((row, _) -> positions.put(row.getString(1), row.getLong(2)))
                .list();
        return positions;
    }

    void moveTo(String topic, long next) {
        int moved = database.sql("update attachment_topic set next_offset = ? where topic = ?")
                .params(next, topic)
                .update();
        if (moved == 0) {
            database.sql("insert into attachment_topic (topic, next_offset) values (?, ?)")
                    .params(topic, next)
                    .update();
        }
    }

    /// A chunk of a file that no message has named yet.
    void early(Place place, String topic, long offset) {
        String member = place.member().value();
        int known = database.sql("select count(*) from attachment_early where member = ? and id = ?")
                .params(member, place.attachment())
                .query(Integer.class)
                .single();
        int all = database.sql("select count(*) from attachment_early where member = ?")
                .param(member)
                .query(Integer.class)
                .single();
        if (known == 0 && all < EARLY_MAX) {
            database.sql("insert into attachment_early (member, id, topic, first_offset) values (?, ?, ?, ?)")
                    .params(member, place.attachment(), topic, offset)
                    .update();
        }
    }

    /// Where the first chunks stood of files that a message names by now; they are forgotten here.
    Map<String, Long> wantedByNow() {
        Map<String, Long> first = new HashMap<>();
        database.sql("""
                        select e.member, e.id, e.topic, e.first_offset from attachment_early e
                        join attachment a on a.member = e.member and a.id = e.id""")
                .query((row, _) -> {
                    first.merge(row.getString("topic"), row.getLong("first_offset"), Math::min);
                    return new Place(new NodeId(row.getString("member")), row.getObject("id", UUID.class));
                })
                .list()
                .forEach(this::forget);
        return first;
    }

    private void forget(Place place) {
        database.sql("delete from attachment_early where member = ? and id = ?")
                .params(place.member().value(), place.attachment())
                .update();
    }
}
