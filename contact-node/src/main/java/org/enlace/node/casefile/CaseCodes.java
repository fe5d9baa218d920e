package org.enlace.node.casefile;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The codes by which lists of cases are narrowed, in the database: for each case and code one row, in the order in
/// which cases are listed. Whoever writes holds the index.
@Repository
class CaseCodes {
    private static final String STATE = "business-state.";
    private static final RowMapper<Row> ROW = (row, _) -> new Row(row.getString(1), row.getString(2));

    private final JdbcClient database;
    private final JdbcOperations many;

    CaseCodes(JdbcClient database, JdbcOperations many) {
        this.database = database;
        this.many = many;
    }

    private record Row(String reference, String code) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            var first = reference.compareTo(other.reference);
            return first == 0 ? code.compareTo(other.code) : first;
        }

        boolean offDesk() {
            return code.startsWith(Terms.OFF_DESK + ".");
        }

        /// What a case no longer has goes; other codes stay, and the messages decide.
        boolean passes() {
            return offDesk() || code.startsWith(STATE);
        }
    }

    /// @param messages what changed in these cases, with its [Terms] as they are now
    void write(SortedSet<CaseReference> cases, Collection<MessageId> messages) {
        var references = cases.stream().map(CaseReference::value).toList();
        var changed = changed(references);
        var known = known(references);
        var now = new TreeSet<Row>(states(references));
        now.addAll(ofMessages(messages));
        now.addAll(stillOffDesk(known.keySet()));
        many.batchUpdate(
                "delete from case_code where reference = ? and code = ?",
                known.keySet().stream()
                        .filter(row -> row.passes() && !now.contains(row))
                        .map(row -> new Object[] {row.reference(), row.code()})
                        .toList());
        many.batchUpdate(
                "update case_code set changed_at = ? where reference = ?",
                known.entrySet().stream()
                        .filter(row ->
                                !row.getValue().equals(changed.get(row.getKey().reference())))
                        .map(row -> row.getKey().reference())
                        .distinct()
                        .map(reference -> new Object[] {changed.get(reference), reference})
                        .toList());
        many.batchUpdate(
                "insert into case_code (reference, code, changed_at) values (?, ?, ?)",
                now.stream()
                        .filter(row -> !known.containsKey(row))
                        .sorted(Comparator.comparing(Row::code))
                        .map(row -> new Object[] {row.reference(), row.code(), changed.get(row.reference())})
                        .toList());
    }

    /// When something happened last in each.
    private Map<String, OffsetDateTime> changed(List<String> references) {
        var changed = new HashMap<String, OffsetDateTime>();
        database.sql("select reference, changed_at from case_file where reference in (:cases)")
                .param("cases", references)
                .query(row -> {
                    changed.put(row.getString(1), row.getObject(2, OffsetDateTime.class));
                });
        return changed;
    }

    private Map<Row, OffsetDateTime> known(List<String> references) {
        var known = new HashMap<Row, OffsetDateTime>();
        database.sql("select reference, code, changed_at from case_code where reference in (:cases)")
                .param("cases", references)
                .query(row -> {
                    known.put(new Row(row.getString(1), row.getString(2)), row.getObject(3, OffsetDateTime.class));
                });
        return known;
    }

    private List<Row> states(List<String> references) {
        return database.sql("""
                        select distinct m.reference, i.state from case_message m
                            join desk_item i on i.message_id = m.id
                        where m.reference in (:cases)""")
                .param("cases", references)
                .query((row, _) -> new Row(row.getString(1), STATE + row.getString(2)))
                .list();
    }

    private List<Row> ofMessages(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : database
                        .sql("select distinct reference, term from case_term where message_id in (:ids)")
                        .param("ids", ids(messages))
                        .query(ROW)
                        .list()
                        .stream()
                        .filter(row -> Terms.narrows(row.code()))
                        .toList();
    }

    private List<Row> stillOffDesk(Set<Row> known) {
        var offDesk = known.stream().filter(Row::offDesk).toList();
        return offDesk.isEmpty()
                ? List.of()
                : database.sql("""
                        select distinct m.reference, t.term from case_message m
                            join case_term t on t.message_id = m.id
                        where m.reference in (:cases) and t.term in (:terms)""")
                        .param(
                                "cases",
                                offDesk.stream().map(Row::reference).distinct().toList())
                        .param(
                                "terms",
                                offDesk.stream().map(Row::code).distinct().toList())
                        .query(ROW)
                        .list();
    }

    private static List<UUID> ids(Collection<MessageId> messages) {
        return messages.stream().map(MessageId::value).toList();
    }
}
