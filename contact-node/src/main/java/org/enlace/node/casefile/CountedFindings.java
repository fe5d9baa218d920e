package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What holders found of what several messages tell, in one query: of each holder the newest, if it speaks of what the
/// message says now. It is made of what rests in clear; no part is opened for it.
@Component
public class CountedFindings {
    static final String SAID = """
            select m.*, r.message_id as about_id, (r.given_id = coalesce((
                    select v.given_id from case_version v where v.message_id = r.message_id
                    order by v.version desc fetch first 1 rows only), o.given_id)) as stands
            from message_remark r
                join case_message m on m.id = r.remark_id
                join case_message o on o.id = r.message_id
            where r.message_id in (:messages) and m.type = 'CORROBORATION' and m.recall_reason is null
            order by m.sent_at desc, m.given_id desc""";

    private final JdbcClient database;

    CountedFindings(JdbcClient database) {
        this.database = database;
    }

    /// @param finding code of list `sighting`
    /// @param from of the period in which it was met with, or looked for: a date as exactly as it is told
    /// @param until open if null
    public record Found(
            NodeId by,
            String finding,
            String from,
            @Nullable String until) {}

    /// The newest first; who found nothing has no place in it.
    @Transactional(readOnly = true)
    public Map<MessageId, List<Found>> of(Collection<MessageId> messages, Sight sight) {
        var found = new HashMap<MessageId, List<Found>>();
        if (messages.isEmpty()) {
            return found;
        }
        var heard = new HashMap<MessageId, Set<NodeId>>();
        database.sql(SAID)
                .param("messages", messages.stream().map(MessageId::value).toList())
                .query(row -> {
                    var about = new MessageId(row.getObject("about_id", UUID.class));
                    var said = CaseMessages.entry(row);
                    var newest =
                            heard.computeIfAbsent(about, _ -> new HashSet<>()).add(said.partner());
                    if (newest && row.getBoolean("stands") && sight.sees(said)) {
                        found.computeIfAbsent(about, _ -> new ArrayList<>()).add(of(said));
                    }
                });
        return found;
    }

    private static Found of(MessageEntry said) {
        var gist = said.gist();
        return new Found(
                said.partner(),
                gist.first("finding").orElse(""),
                gist.first("from").orElse(""),
                gist.first("to").orElse(null));
    }
}
