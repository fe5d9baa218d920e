package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The [Terms] of all messages, in the database.
@Repository
class CaseTerms {
    private final JdbcClient database;
    private final CaseCodes codes;

    CaseTerms(JdbcClient database, CaseCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /// In one statement, however many they are. What was sent is off the desk until the desk takes it; what was
    /// received is on it from its first moment, unless it was taken back before it came.
    void begin(MessageEntry message, Collection<String> terms) {
        var all = new TreeSet<>(terms);
        if (message.side() == Side.SENT || message.sealed()) {
            all.add(Terms.offDesk(message.side()));
        }
        add(message, all);
    }

    private void add(MessageEntry message, Collection<String> terms) {
        var rows = String.join(", ", terms.stream().map(_ -> "(?, ?, ?, ?)").toList());
        var values = new ArrayList<Object>();
        for (var term : terms) {
            values.add(term);
            values.add(message.id().value());
            values.add(message.reference().value());
            values.add(StoredTime.utc(message.storedAt()));
        }
        database.sql("insert into case_term (term, message_id, reference, stored_at) values " + rows)
                .params(values)
                .update();
        codes.add(message.reference(), terms.stream().filter(Terms::narrows).toList());
    }

    void replace(MessageEntry message, Collection<String> terms) {
        database.sql("delete from case_term where message_id = ? and term not like '" + Terms.OFF_DESK + ".%'")
                .param(message.id().value())
                .update();
        add(message, terms);
    }

    /// Messages that were here before anything was found by terms; nobody else takes them until the transaction ends.
    List<MessageId> missing(int limit) {
        return database.sql(
                        "select message_id from case_untermed order by message_id fetch first ? rows only for update")
                .param(limit)
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    void there(MessageId message) {
        database.sql("delete from case_untermed where message_id = ?")
                .param(message.value())
                .update();
    }
}
