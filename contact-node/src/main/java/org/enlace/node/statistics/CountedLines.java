package org.enlace.node.statistics;

/// What the database counts by itself, each through an index by time.
enum CountedLines {
    TYPES("""
            select side, type as line, count(*) as n from case_message
            where mode = 'ACTUAL' and stored_at >= ? and stored_at < ? group by side, type""", Table.SENT_BY_TYPE, Table.RECEIVED_BY_TYPE),
    URGENCIES("""
            select side, urgency as line, count(*) as n from case_message
            where mode = 'ACTUAL' and stored_at >= ? and stored_at < ? group by side, urgency""", Table.SENT_BY_URGENCY, Table.RECEIVED_BY_URGENCY),
    RECIPIENTS("""
            select m.side, r.recipient as line, count(*) as n
            from case_message m join case_recipient r on r.message_id = m.id
            where m.mode = 'ACTUAL' and m.side = 'SENT' and m.stored_at >= ? and m.stored_at < ?
            group by m.side, r.recipient""", Table.SENT_BY_PARTNER, Table.RECEIVED_BY_PARTNER),
    SENDERS("""
            select side, partner as line, count(*) as n from case_message
            where mode = 'ACTUAL' and side = 'RECEIVED' and stored_at >= ? and stored_at < ?
            group by side, partner""", Table.SENT_BY_PARTNER, Table.RECEIVED_BY_PARTNER),
    /// What was done to messages that came is done here, and what to those that went, there.
    REFUSALS("""
            select m.side, e.ground as line, count(*) as n from case_event e join case_message m on m.id = e.message_id
            where e.kind = 'DECLINED' and m.mode = 'ACTUAL' and e.recorded_at >= ? and e.recorded_at < ?
            group by m.side, e.ground""", Table.DECLINED_THERE, Table.DECLINED_HERE),
    PAUSES("""
            select m.side, e.ground as line, count(*) as n from case_event e join case_message m on m.id = e.message_id
            where e.kind = 'ON_HOLD' and m.mode = 'ACTUAL' and e.recorded_at >= ? and e.recorded_at < ?
            group by m.side, e.ground""", Table.PAUSED_THERE, Table.PAUSED_HERE),
    QUESTIONS("""
            select m.side, e.kind as line, count(*) as n from case_event e join case_message m on m.id = e.message_id
            where e.kind = 'NEEDS_INFO' and m.mode = 'ACTUAL' and e.recorded_at >= ? and e.recorded_at < ?
            group by m.side, e.kind""", Table.PAUSED_THERE, Table.PAUSED_HERE),
    RECALLS("""
            select side, reason as line, count(*) as n from recall
            where mode = 'ACTUAL' and purposes is null and recalled_at >= ? and recalled_at < ? group by side, reason""", Table.RECALLED_HERE, Table.RECALLED_THERE),
    /// Who has only to be told owes no answer.
    ATTESTATIONS(CountedLines.TIMELY.formatted("c.purposes is null"), Table.ATTESTED_THERE, Table.ATTESTED_HERE),
    CONSENTS(
            CountedLines.TIMELY.formatted("c.purposes is not null"),
            Table.CONSENT_HONOURED_THERE,
            Table.CONSENT_HONOURED_HERE);

    private static final String TIMELY = """
            select side, line, count(*) as n from (
                select c.side, case when r.final = false then 'OPEN'
                    when r.answered_at <= r.due then 'IN_TIME' else 'LATE' end as line
                from recall c join recall_reply r on r.recall_id = c.id
                where c.mode = 'ACTUAL' and %s and c.recalled_at >= ? and c.recalled_at < ?
                    and (r.final = false or r.outcome is not null)) replies
            group by side, line""";

    private final String sql;
    private final Table sent;
    private final Table received;

    /// @param sql side of the message, line and how many, between two moments
    CountedLines(String sql, Table sent, Table received) {
        this.sql = sql;
        this.sent = sent;
        this.received = received;
    }

    String sql() {
        return sql;
    }

    /// @param side of the message or of what was taken back
    Table table(String side) {
        return side.equals("SENT") ? sent : received;
    }
}
