package org.enlace.node.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The messages of all cases, in the database.
@Repository
class CaseMessages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, List<String>>> CODES = new TypeReference<>() {};

    private final JdbcClient database;
    private final CaseTerms terms;
    private final IndexQueue index;

    CaseMessages(JdbcClient database, CaseTerms terms, IndexQueue index) {
        this.database = database;
        this.terms = terms;
        this.index = index;
    }

    /// Makes sure that the case is there and says that something happened in it.
    void touch(CaseReference reference, Instant at) {
        var known = database.sql("update case_file set changed_at = ? where reference = ?")
                .params(StoredTime.utc(at), reference.value())
                .update();
        if (known == 0) {
            database.sql("insert into case_file (reference, opened_at, changed_at) values (?, ?, ?)")
                    .params(reference.value(), StoredTime.utc(at), StoredTime.utc(at))
                    .update();
        } else {
            index.changed(reference);
        }
    }

    /// Nobody else changes the case until the transaction ends.
    void hold(CaseReference reference) {
        database.sql("select reference from case_file where reference = ? for update")
                .param(reference.value())
                .query(String.class)
                .single();
    }

    void add(MessageEntry message) {
        database.sql("""
                        insert into case_message (id, given_id, reference, side, partner, type, urgency, child,
                            protection_only, closed_to, mode, codes, author_name, sent_at, stored_at, author, digest,
                            read_as)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        message.id().value(),
                        message.givenId().value(),
                        message.reference().value(),
                        message.side().name(),
                        message.partner().value(),
                        message.gist().type().name(),
                        message.urgency().name(),
                        message.child(),
                        message.protectionOnly(),
                        Sight.column(message.closedTo()),
                        message.mode().name(),
                        JSON.writeValueAsString(message.gist().codes()),
                        message.authorName(),
                        StoredTime.utc(message.sentAt()),
                        StoredTime.utc(message.storedAt()))
                .param(message.author())
                .param(message.digest())
                .param(message.readAs().name())
                .update();
    }

    /// The id for a message that arrives: as its sender gave it, or one of our own if another message has that id, so
    /// that nobody keeps a neighbour's message out by using its id first.
    MessageId idFor(NodeId sender, MessageId given) {
        var taken = database.sql("select count(*) from case_message where id = ?")
                        .param(given.value())
                        .query(Long.class)
                        .single()
                > 0;
        return taken ? derived(sender, given) : given;
    }

    /// Sorts by time like the one given.
    private static MessageId derived(NodeId sender, MessageId given) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((sender + " " + given).getBytes(StandardCharsets.US_ASCII)));
            var high = (given.value().getMostSignificantBits() & ~0x0fffL) | (hash.getLong() & 0x0fffL);
            var low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new MessageId(new UUID(high, low));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    void addRecipients(MessageEntry message, Collection<NodeId> recipients) {
        for (var recipient : recipients) {
            database.sql("insert into case_recipient (message_id, recipient) values (?, ?)")
                    .params(message.id().value(), recipient.value())
                    .update();
        }
        index.changed(message);
    }

    List<NodeId> recipients(MessageId message) {
        return database.sql("select recipient from case_recipient where message_id = ? order by recipient")
                .param(message.value())
                .query((row, _) -> new NodeId(row.getString(1)))
                .list();
    }

    /// Of many, in one query; a message without recipients is left out.
    Map<MessageId, List<NodeId>> recipients(Collection<MessageId> messages) {
        var recipients = new HashMap<MessageId, List<NodeId>>();
        if (!messages.isEmpty()) {
            database.sql("select message_id, recipient from case_recipient where message_id in (:ids)")
                    .param("ids", messages.stream().map(MessageId::value).toList())
                    .query(row -> {
                        recipients
                                .computeIfAbsent(new MessageId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                                .add(new NodeId(row.getString(2)));
                    });
        }
        return recipients;
    }

    /// Whether this member wrote or received anything in the case, as far as this node knows.
    boolean takesPart(CaseReference reference, NodeId member) {
        return database.sql("""
                        select count(*) from case_message m where m.reference = ? and (m.partner = ? or exists (
                            select 1 from case_recipient r where r.message_id = m.id and r.recipient = ?))""")
                        .params(reference.value(), member.value(), member.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<MessageEntry> find(MessageId message) {
        return database.sql("select m.* from case_message m where m.id = ?")
                .param(message.value())
                .query((row, _) -> entry(row))
                .optional()
                .or(() -> corrected(message));
    }

    /// A later version of a message is that message.
    private Optional<MessageEntry> corrected(MessageId version) {
        return database.sql("""
                        select m.* from case_message m where m.id in (
                            select v.message_id from case_version v where v.given_id = ? and v.version > 1)
                            order by m.id fetch first 1 rows only""")
                .param(version.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /// A message that this member sent us, by the id that it gave it.
    Optional<MessageEntry> received(NodeId sender, MessageId given) {
        return database.sql(
                        "select m.* from case_message m where m.given_id = ? and m.partner = ? and m.side = 'RECEIVED'")
                .params(given.value(), sender.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /// Of these messages, those that are there, in one query.
    Map<MessageId, MessageEntry> find(Collection<MessageId> messages) {
        var found = new TreeMap<MessageId, MessageEntry>();
        if (!messages.isEmpty()) {
            database.sql("select m.* from case_message m where m.id in (:ids)")
                    .param("ids", messages.stream().map(MessageId::value).toList())
                    .query((row, _) -> entry(row))
                    .list()
                    .forEach(entry -> found.put(entry.id(), entry));
        }
        return found;
    }

    /// All messages of a case, oldest first.
    List<MessageEntry> of(CaseReference reference) {
        return database.sql("select m.* from case_message m where m.reference = ? order by m.stored_at, m.id")
                .param(reference.value())
                .query((row, _) -> entry(row))
                .list();
    }

    /// Messages of these kinds, newest first. Each kind is read by itself, in the order of its index, and no further
    /// than the page needs.
    ///
    /// @param before the last one of the page before, or [MessagePlace#TOP]
    List<MessageEntry> list(Sight sight, Collection<MessageType> types, MessagePlace before, int limit) {
        var seen = sight.over("m");
        return database.sql("select * from (%s) found order by stored_at desc, id desc fetch first :limit rows only"
                        .formatted(types.stream()
                                .map(type -> newest(type, seen.sql()))
                                .collect(Collectors.joining(" union all "))))
                .params(seen.parameters())
                .param("at", StoredTime.utc(before.at()))
                .param("id", before.message())
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static String newest(MessageType type, String seen) {
        return """
                (select m.* from case_message m where m.type = '%s' and m.stored_at <= :at
                    and (m.stored_at < :at or m.id < :id) and (%s)
                order by m.type, m.stored_at desc, m.id desc fetch first :limit rows only)""".formatted(type.name(), seen);
    }

    static MessageEntry entry(ResultSet row) throws SQLException {
        return new MessageEntry(
                new MessageId(row.getObject("id", UUID.class)),
                new MessageId(row.getObject("given_id", UUID.class)),
                new CaseReference(row.getString("reference")),
                Side.valueOf(row.getString("side")),
                new NodeId(row.getString("partner")),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("child"),
                row.getBoolean("protection_only"),
                Set.copyOf(Sight.roles(row.getString("closed_to"))),
                Mode.valueOf(row.getString("mode")),
                new Gist(MessageType.valueOf(row.getString("type")), JSON.readValue(row.getString("codes"), CODES)),
                MessageType.valueOf(row.getString("read_as")),
                row.getString("author"),
                row.getString("author_name"),
                row.getString("digest"),
                StoredTime.at(row, "sent_at"),
                StoredTime.at(row, "stored_at"),
                recalled(row));
    }

    private static @Nullable Recalled recalled(ResultSet row) throws SQLException {
        var reason = row.getString("recall_reason");
        return reason == null
                ? null
                : new Recalled(reason, StoredTime.at(row, "recalled_at"), StoredTime.maybeAt(row, "sealed_at"));
    }

    /// Its owner took it back. What is sealed keeps no code of its content either.
    void recalled(MessageEntry message, Recalled how) {
        var after = message.with(how);
        database.sql("""
                        update case_message set recall_reason = ?, recalled_at = ?, codes = ?, sealed_at = ?
                        where id = ?""")
                .params(
                        how.reason(),
                        StoredTime.utc(how.at()),
                        JSON.writeValueAsString(after.gist().codes()))
                .param(StoredTime.maybeUtc(how.sealedAt()))
                .param(message.id().value())
                .update();
        if (after.sealed()) {
            terms.forget(after.id());
        }
        index.changed(after);
    }

    /// What a correction says of it now. When it came, and whose it is, stays.
    void corrected(MessageEntry message) {
        database.sql("""
                        update case_message set urgency = ?, child = ?, protection_only = ?, closed_to = ?, codes = ?,
                            author_name = ?, digest = ? where id = ?""")
                .params(
                        message.urgency().name(),
                        message.child(),
                        message.protectionOnly(),
                        Sight.column(message.closedTo()),
                        JSON.writeValueAsString(message.gist().codes()),
                        message.authorName())
                .param(message.digest())
                .param(message.id().value())
                .update();
        index.changed(message);
    }

    /// These roles see it no more, beside those that its sender shut out.
    void close(MessageEntry message, Set<Role> roles) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(message.closedTo());
        all.addAll(roles);
        database.sql("update case_message set closed_to = ? where id = ?")
                .params(Sight.column(all), message.id().value())
                .update();
        index.changed(message);
    }

    void codes(MessageEntry message, Gist gist) {
        database.sql("update case_message set codes = ? where id = ?")
                .params(JSON.writeValueAsString(gist.codes()), message.id().value())
                .update();
        index.changed(message);
    }
}
