package org.enlace.node.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.matching.Blinded;
import org.enlace.matching.Identifier;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.keys.CaseKeys;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What officers here asked, in the database. The identifiers rest under the key of their case and end with it.
@Repository
class QueryRows {
    static final String NEWEST = """
            select * from match_query where officer_id = ? order by asked_at desc, id desc
                offset ? rows fetch first ? rows only""";

    private final JdbcClient database;
    private final CaseKeys keys;
    private final NodeVault vault;

    QueryRows(JdbcClient database, CaseKeys keys, NodeVault vault) {
        this.database = database;
        this.keys = keys;
        this.vault = vault;
    }

    void add(Query query, List<Identifier> identifiers) {
        database.sql("""
                        insert into match_query (id, officer_id, reference, purpose, mode, elements, identifiers,
                            asked_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        query.id(),
                        query.officer().value(),
                        query.reference().value(),
                        query.purpose(),
                        query.mode().name(),
                        query.elements(),
                        keys.seal(query.reference(), place(query), StrictJson.write(new Asked(identifiers))),
                        StoredTime.utc(query.askedAt()))
                .update();
    }

    void add(Query.Partner asked, List<Blinded> blinded) {
        database.sql("insert into match_asked (message_id, query_id, partner, blinded, state) values (?, ?, ?, ?, ?)")
                .params(
                        asked.message().value(),
                        asked.query(),
                        asked.partner().value(),
                        vault.seal(place(asked, "blinded"), StrictJson.write(new Blinds(blinded))),
                        asked.state().name())
                .update();
    }

    Optional<Query> find(UUID id, OfficerId officer) {
        return database.sql("select * from match_query where id = ? and officer_id = ?")
                .params(id, officer.value())
                .query((row, _) -> query(row))
                .optional();
    }

    Query one(UUID id) {
        return database.sql("select * from match_query where id = ?")
                .param(id)
                .query((row, _) -> query(row))
                .single();
    }

    /// Of one officer, newest first.
    List<Query> of(OfficerId officer, int page, int size) {
        return database.sql(NEWEST)
                .params(officer.value(), page * size, size + 1)
                .query((row, _) -> query(row))
                .list();
    }

    /// About how many identifiers an officer has asked since.
    int elementsSince(OfficerId officer, Instant since) {
        return database.sql("select coalesce(sum(elements), 0) from match_query where officer_id = ? and asked_at > ?")
                .params(officer.value(), StoredTime.utc(since))
                .query(Integer.class)
                .single();
    }

    List<Identifier> identifiers(Query query) {
        return database.sql("select identifiers from match_query where id = ?")
                .param(query.id())
                .query((row, _) -> read(
                                Asked.class,
                                keys.open(query.reference(), place(query), row.getBytes(1)),
                                query.id().toString())
                        .identifiers())
                .single();
    }

    Map<UUID, List<Query.Partner>> partners(Collection<UUID> queries) {
        return queries.isEmpty()
                ? Map.of()
                : database
                        .sql("select * from match_asked where query_id in (:ids) order by query_id, partner")
                        .param("ids", queries)
                        .query((row, _) -> partner(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Query.Partner::query));
    }

    /// What was asked of that partner by that message, and nobody else changes it until the transaction ends.
    Optional<Query.Partner> lock(MessageId message, NodeId partner) {
        return database.sql("select * from match_asked where message_id = ? and partner = ? for update")
                .params(message.value(), partner.value())
                .query((row, _) -> partner(row))
                .optional();
    }

    List<Blinded> blinded(Query.Partner asked) {
        return database.sql("select blinded from match_asked where message_id = ?")
                .param(asked.message().value())
                .query((row, _) -> read(
                                Blinds.class,
                                vault.open(place(asked, "blinded"), row.getBytes(1)),
                                asked.message().toString())
                        .blinded())
                .single();
    }

    /// How it ended. The blinds go: nobody takes the blinding off again.
    ///
    /// @param tags that the partner is to be told, none if there is no hit
    void ended(Query.Partner asked, List<String> tags) {
        database.sql("""
                        update match_asked set state = ?, blinded = null, answered_at = ?, hits = ?, contact_role = ?,
                            complete = ?, notice = ? where message_id = ?""")
                .param(asked.state().name())
                .param(asked.answeredAt() == null ? null : StoredTime.utc(asked.answeredAt()))
                .param(asked.hits().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .param(asked.contactRole())
                .param(asked.complete())
                .param(tags.isEmpty() ? null : vault.seal(place(asked, "notice"), StrictJson.write(new Notice(tags))))
                .param(asked.message().value())
                .update();
    }

    /// Those whose partner is still to be told of a hit.
    List<Query.Partner> untold(int limit) {
        return database.sql("""
                        select * from match_asked where notice is not null and state = 'ANSWERED'
                            order by query_id, message_id fetch first ? rows only""").param(limit).query((row, _) -> partner(row)).list();
    }

    /// The tags to tell; empty if another replica told them.
    List<String> takeNotice(Query.Partner asked) {
        var tags = database.sql("select notice from match_asked where message_id = ? and notice is not null for update")
                .param(asked.message().value())
                .query((row, _) -> read(
                                Notice.class,
                                vault.open(place(asked, "notice"), row.getBytes(1)),
                                asked.message().toString())
                        .tags())
                .optional();
        database.sql("update match_asked set notice = null where message_id = ?")
                .param(asked.message().value())
                .update();
        return tags.orElse(List.of());
    }

    int giveUp(Instant askedBefore) {
        return database.sql("""
                        update match_asked set state = 'NO_ANSWER', blinded = null where state = 'ASKED'
                            and query_id in (select q.id from match_query q where q.asked_at < ?)""").param(StoredTime.utc(askedBefore)).update();
    }

    void forget(Instant askedBefore) {
        database.sql("delete from match_asked where query_id in (select q.id from match_query q where q.asked_at < ?)")
                .param(StoredTime.utc(askedBefore))
                .update();
        database.sql("delete from match_query where asked_at < ?")
                .param(StoredTime.utc(askedBefore))
                .update();
    }

    private static Query query(ResultSet row) throws SQLException {
        return new Query(
                row.getObject("id", UUID.class),
                new OfficerId(row.getString("officer_id")),
                new CaseReference(row.getString("reference")),
                row.getString("purpose"),
                Mode.valueOf(row.getString("mode")),
                row.getInt("elements"),
                StoredTime.at(row, "asked_at"));
    }

    private static Query.Partner partner(ResultSet row) throws SQLException {
        var hits = row.getString("hits");
        return new Query.Partner(
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getObject("query_id", UUID.class),
                new NodeId(row.getString("partner")),
                Query.State.valueOf(row.getString("state")),
                StoredTime.maybeAt(row, "answered_at"),
                hits == null || hits.isEmpty()
                        ? List.of()
                        : Arrays.stream(hits.split(",", -1))
                                .map(Integer::valueOf)
                                .toList(),
                row.getString("contact_role"),
                row.getObject("complete", Boolean.class));
    }

    private static <T> T read(Class<T> type, byte[] json, String id) {
        try {
            return StrictJson.read(type, json);
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Query " + id + " was not written by this node", e);
        }
    }

    private static String place(Query query) {
        return "match_query|identifiers|" + query.id();
    }

    private static String place(Query.Partner asked, String column) {
        return "match_asked|" + column + "|" + asked.message();
    }

    record Asked(List<Identifier> identifiers) {}

    record Blinds(List<Blinded> blinded) {}

    record Notice(List<String> tags) {}
}
