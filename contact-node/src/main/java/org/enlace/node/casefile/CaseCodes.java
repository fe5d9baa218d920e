package org.enlace.node.casefile;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The codes by which lists of cases are narrowed, in the database: for each case, code and [Readers] of messages that
/// have it one row, in the order in which cases are listed. Whoever writes holds the index.
@Repository
class CaseCodes {
    private static final String STATE = "business-state.";
    private static final RowMapper<Row> ROW = (row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3));

    private final JdbcClient database;
    private final JdbcOperations many;

    CaseCodes(JdbcClient database, JdbcOperations many) {
        this.database = database;
        this.many = many;
    }

    private record Row(String reference, String code, String readers) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::reference).thenComparing(Row::code).thenComparing(Row::readers);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }

        boolean offDesk() {
            return code.startsWith(Terms.OFF_DESK + ".");
        }

        /// What a case may lose without any message of it being found by less.
        boolean passes() {
            return offDesk() || code.startsWith(STATE);
        }
    }

    /// @param messages what changed in these cases, with its [Terms] as they are now
    /// @param lessened of these, those that something finds no more
    void write(SortedSet<CaseReference> cases, Collection<MessageId> messages, Collection<MessageId> lessened) {
        var references = cases.stream().map(CaseReference::value).toList();
        var changed = changed(references);
        var known = known(references);
        var now = new TreeSet<Row>(states(references));
        now.addAll(ofMessages(messages));
        now.addAll(stillOffDesk(known.keySet()));
        var anew = casesOf(lessened);
        now.addAll(ofCases(anew));
        many.batchUpdate(
                "delete from case_code where reference = ? and code = ? and readers = ?",
                known.keySet().stream()
                        .filter(row -> (row.passes() || anew.contains(row.reference())) && !now.contains(row))
                        .map(row -> new Object[] {row.reference(), row.code(), row.readers()})
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
                "insert into case_code (reference, code, readers, changed_at) values (?, ?, ?, ?)",
                now.stream()
                        .filter(row -> !known.containsKey(row))
                        .sorted(Comparator.comparing(Row::code))
                        .map(row ->
                                new Object[] {row.reference(), row.code(), row.readers(), changed.get(row.reference())})
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
        database.sql("select reference, code, readers, changed_at from case_code where reference in (:cases)")
                .param("cases", references)
                .query(row -> {
                    known.put(
                            new Row(row.getString(1), row.getString(2), row.getString(3)),
                            row.getObject(4, OffsetDateTime.class));
                });
        return known;
    }

    private List<Row> states(List<String> references) {
        return database.sql("""
                        select distinct m.reference, i.state, i.readers from case_message m
                            join desk_item i on i.message_id = m.id
                        where m.reference in (:cases)""")
                .param("cases", references)
                .query((row, _) -> new Row(row.getString(1), STATE + row.getString(2), row.getString(3)))
                .list();
    }

    private List<Row> ofMessages(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : codes(database.sql(
                                "select distinct reference, term, readers from case_term where message_id in (:ids)")
                        .param("ids", ids(messages)));
    }

    private Set<String> casesOf(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("select distinct reference from case_message where id in (:ids)")
                        .param("ids", ids(messages))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// Of all their messages.
    private List<Row> ofCases(Set<String> cases) {
        return cases.isEmpty() ? List.of() : codes(database.sql("""
                        select distinct t.reference, t.term, t.readers from case_message m
                            join case_term t on t.message_id = m.id
                        where m.reference in (:cases)""").param("cases", cases));
    }

    private static List<Row> codes(JdbcClient.StatementSpec terms) {
        return terms.query(ROW).list().stream()
                .flatMap(row -> Terms.narrows(row.code())
                        ? Stream.of(row, new Row(row.reference(), Terms.ANY, row.readers()))
                        : Stream.of(new Row(row.reference(), Terms.ANY, row.readers())))
                .distinct()
                .toList();
    }

    private List<Row> stillOffDesk(Set<Row> known) {
        var offDesk = known.stream().filter(Row::offDesk).toList();
        return offDesk.isEmpty()
                ? List.of()
                : database.sql("""
                        select distinct m.reference, t.term, t.readers from case_message m
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
