package org.enlace.node.routes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Sight;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The legs of all reports, in the database. Where they lead rests sealed; that two lead between the same places is
/// told by marks that this node alone can make.
@Repository
class LegRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARKS = "route legs";
    private static final int MARK_BYTES = 16;

    private final JdbcClient database;
    private final NodeVault vault;

    LegRows(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// Instead of those that it had.
    void replace(MessageEntry message, List<Leg> legs) {
        forget(message.id());
        var marks = marks(legs);
        for (var number = 0; number < legs.size(); number++) {
            add(message, number, legs.get(number), marks.get(2 * number), marks.get(2 * number + 1));
        }
    }

    private void add(MessageEntry message, int number, Leg leg, String mark, String coarse) {
        database.sql("""
                        insert into route_leg (message_id, number, leg_key, coarse_key, ends, located, from_country, to_country,
                            mode, first_month, last_month, active, cases, confirmed, partner, read_as, protection_only,
                            closed_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        message.id().value(),
                        number,
                        mark,
                        coarse,
                        vault.seal(aad(message.id().value(), number), JSON.writeValueAsBytes(leg.ends())),
                        leg.located(),
                        leg.ends().from().country(),
                        leg.ends().to().country(),
                        leg.mode(),
                        leg.first(),
                        leg.last(),
                        leg.active(),
                        leg.cases(),
                        leg.confirmed(),
                        message.partner().value(),
                        message.readAs().name(),
                        message.protectionOnly(),
                        Sight.column(message.closedTo()))
                .update();
    }

    /// Of each leg, that of its two places and that of their divisions.
    private List<String> marks(List<Leg> legs) {
        var things = new ArrayList<byte[]>();
        for (var leg : legs) {
            things.add(leg.ends().places().getBytes(StandardCharsets.UTF_8));
            things.add(leg.ends().coarse().places().getBytes(StandardCharsets.UTF_8));
        }
        return vault.marks(MARKS, things).stream()
                .map(mark -> HexFormat.of().formatHex(mark, 0, MARK_BYTES))
                .toList();
    }

    void forget(MessageId message) {
        database.sql("delete from route_leg where message_id = ?")
                .param(message.value())
                .update();
        read(message);
    }

    /// It is closed to others now.
    void close(MessageEntry message) {
        database.sql("update route_leg set closed_to = ?, protection_only = ? where message_id = ?")
                .params(
                        Sight.column(message.closedTo()),
                        message.protectionOnly(),
                        message.id().value())
                .update();
    }

    /// Where these rows lead, by their numbers.
    Map<Long, Ends> ends(Collection<Long> rows) {
        var places = new HashMap<Long, String>();
        var cells = new HashMap<String, byte[]>();
        if (!rows.isEmpty()) {
            database.sql("select id, message_id, number, ends from route_leg where id in (:rows)")
                    .param("rows", rows)
                    .query(row -> {
                        var place = aad(row.getObject("message_id", UUID.class), row.getInt("number"));
                        places.put(row.getLong("id"), place);
                        cells.put(place, row.getBytes("ends"));
                    });
        }
        var opened = vault.open(cells);
        var ends = new HashMap<Long, Ends>();
        places.forEach((row, place) -> ends.put(row, JSON.readValue(opened.get(place), Ends.class)));
        return ends;
    }

    /// Reports that were here before there was a map; nobody else takes them until the transaction ends.
    List<MessageId> unread(int limit) {
        return database.sql("""
                        select message_id from route_report_unread order by message_id
                        fetch first ? rows only for update""")
                .param(limit)
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    void read(MessageId message) {
        database.sql("delete from route_report_unread where message_id = ?")
                .param(message.value())
                .update();
    }

    private static String aad(UUID message, int number) {
        return "route_leg|ends|" + message + "|" + number;
    }
}
