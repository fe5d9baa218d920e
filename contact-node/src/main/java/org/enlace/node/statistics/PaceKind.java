package org.enlace.node.statistics;

import java.util.Arrays;
import java.util.Optional;

/// What is timed. The names stand in the database and in the API.
enum PaceKind {
    /// What came, until somebody here acknowledged it.
    ACKNOWLEDGED_HERE("""
            select m.urgency, m.stored_at, i.ack_due as due, min(e.happened_at) as done
            from case_message m join desk_item i on i.message_id = m.id
                left join case_event e on e.message_id = m.id and e.kind = 'ACKNOWLEDGED' and e.partner is null
            where m.side = 'RECEIVED' and m.mode = 'ACTUAL' and m.stored_at >= ? and m.stored_at < ?
            group by m.id, m.urgency, m.stored_at, i.ack_due"""),
    /// What came, until it was accepted, declined or answered here.
    ANSWERED_HERE("""
            select m.urgency, m.stored_at, i.answer_due as due, min(e.happened_at) as done
            from case_message m join desk_item i on i.message_id = m.id
                left join case_event e on e.message_id = m.id and e.partner is null
                    and e.kind in ('ACCEPTED', 'DECLINED', 'FINAL_ANSWER')
            where m.side = 'RECEIVED' and m.mode = 'ACTUAL' and m.stored_at >= ? and m.stored_at < ?
            group by m.id, m.urgency, m.stored_at, i.answer_due"""),
    /// What went, until a partner acknowledged it; each of several by itself.
    ACKNOWLEDGED_THERE("""
            select m.urgency, m.stored_at, cast(null as timestamp with time zone) as due, min(e.happened_at) as done
            from case_message m join case_event e on e.message_id = m.id
            where m.side = 'SENT' and m.mode = 'ACTUAL' and m.stored_at >= ? and m.stored_at < ?
                and e.kind = 'ACKNOWLEDGED' and e.partner is not null
            group by m.id, m.urgency, m.stored_at, e.partner"""),
    ANSWERED_THERE("""
            select m.urgency, m.stored_at, cast(null as timestamp with time zone) as due, min(e.happened_at) as done
            from case_message m join case_event e on e.message_id = m.id
            where m.side = 'SENT' and m.mode = 'ACTUAL' and m.stored_at >= ? and m.stored_at < ?
                and e.kind in ('ACCEPTED', 'DECLINED', 'FINAL_ANSWER') and e.partner is not null
            group by m.id, m.urgency, m.stored_at, e.partner""");

    private final String sql;

    PaceKind(String sql) {
        this.sql = sql;
    }

    static Optional<PaceKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    String sql() {
        return sql;
    }

    /// Whether it is measured against our own clocks.
    boolean hasClock() {
        return this == ACKNOWLEDGED_HERE || this == ANSWERED_HERE;
    }
}
