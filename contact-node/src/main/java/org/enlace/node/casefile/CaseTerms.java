package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The [Terms] of all messages, in the database. Whoever writes holds the index.
@Repository
class CaseTerms {
    private final JdbcClient database;
    private final JdbcOperations many;
    private final Readers readers;

    CaseTerms(JdbcClient database, JdbcOperations many, Readers readers) {
        this.database = database;
        this.many = many;
        this.readers = readers;
    }

    private record Row(UUID message, String term, String readers) {}

    /// By what these messages are found now, and by whom, whatever it was before.
    ///
    /// @return those that something finds no more
    Set<MessageId> write(Collection<MessageEntry> messages, Map<MessageId, List<NodeId>> recipients) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        var ids = messages.stream().map(message -> message.id().value()).toList();
        var known = known(ids);
        var onDesk = onDesk(ids);
        var added = new ArrayList<Object[]>();
        var used = new TreeSet<String>();
        for (var message : messages) {
            var read = readers.of(message);
            used.add(read);
            var terms = new TreeSet<>(Terms.of(message, recipients.getOrDefault(message.id(), List.of())));
            if (!onDesk.contains(message.id().value())) {
                terms.add(Terms.offDesk(message.side()));
            }
            for (var term : terms) {
                if (!known.remove(new Row(message.id().value(), term, read))) {
                    added.add(new Object[] {
                        term,
                        message.id().value(),
                        message.reference().value(),
                        read,
                        StoredTime.utc(message.storedAt())
                    });
                }
            }
        }
        readers.add(used);
        many.batchUpdate(
                "delete from case_term where message_id = ? and term = ?",
                known.stream()
                        .map(row -> new Object[] {row.message(), row.term()})
                        .toList());
        // Neighbours in the index follow each other: what is committed meanwhile by others writes each page once.
        added.sort(Comparator.comparing(row -> (String) row[0]));
        many.batchUpdate(
                "insert into case_term (term, message_id, reference, readers, stored_at) values (?, ?, ?, ?, ?)",
                added);
        // What rests sealed has lost its terms before.
        return Stream.concat(
                        known.stream().map(row -> new MessageId(row.message())),
                        messages.stream().filter(MessageEntry::sealed).map(MessageEntry::id))
                .collect(Collectors.toSet());
    }

    private Set<Row> known(Collection<UUID> messages) {
        return new HashSet<>(database.sql("select message_id, term, readers from case_term where message_id in (:ids)")
                .param("ids", messages)
                .query((row, _) -> new Row(
                        row.getObject("message_id", UUID.class), row.getString("term"), row.getString("readers")))
                .list());
    }

    private Set<UUID> onDesk(Collection<UUID> messages) {
        return database
                .sql("select message_id from desk_item where message_id in (:ids)")
                .param("ids", messages)
                .query((row, _) -> row.getObject("message_id", UUID.class))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /// At once, whoever holds the index: nothing finds it by what it said.
    void forget(MessageId message) {
        database.sql("delete from case_term where message_id = ?")
                .param(message.value())
                .update();
    }
}
