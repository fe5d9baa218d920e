package org.enlace.node.groups;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.keys.NodeVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sharing groups in the database; what officers wrote lies encrypted. Acts are added and never changed.
@Repository
class GroupRows {
    /// Those that run or are to come, first what ends first.
    static final String CURRENT = """
            select * from sharing_group where over_at > :now
            order by over_at, id offset :skip rows fetch next :limit rows only""";
    /// Those that are over, the last one first.
    static final String PAST = """
            select * from sharing_group where over_at <= :now
            order by over_at desc, id desc offset :skip rows fetch next :limit rows only""";

    private final JdbcClient database;
    private final NodeVault vault;

    GroupRows(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(Group group) {
        database.sql("""
                        insert into sharing_group (id, revision, members, name, own_ref, purpose, starts_on, ends_on,
                            begins_at, over_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(group.id(), group.revision(), column(group.members()), seal(group.id(), "name", group.name()))
                .param(sealed(group.id(), group.ownReference()))
                .params(
                        group.purpose(),
                        group.starts(),
                        group.ends(),
                        StoredTime.utc(group.beginsAt()),
                        StoredTime.utc(group.overAt()))
                .update();
    }

    /// Whoever changes it holds it.
    void change(Group group) {
        database.sql("""
                        update sharing_group set revision = ?, members = ?, name = ?, own_ref = ?, purpose = ?,
                            ends_on = ?, over_at = ? where id = ?""")
                .params(group.revision(), column(group.members()), seal(group.id(), "name", group.name()))
                .param(sealed(group.id(), group.ownReference()))
                .params(group.purpose(), group.ends(), StoredTime.utc(group.overAt()), group.id())
                .update();
    }

    void note(UUID group, List<GroupAct> acts) {
        for (var line = 0; line < acts.size(); line++) {
            var act = acts.get(line);
            var member = act.member();
            var words = act.words();
            database.sql("""
                            insert into group_act (group_id, revision, line, kind, officer, done_at, member, ground,
                                ends_on, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            group,
                            act.revision(),
                            line,
                            act.kind().name(),
                            act.officer().value(),
                            StoredTime.utc(act.at()))
                    .param(member == null ? null : member.value())
                    .param(act.ground())
                    .param(act.ends())
                    .param(words == null ? null : seal(group, "words|" + act.revision() + "|" + line, words))
                    .update();
        }
    }

    Optional<Group> find(UUID id) {
        return database.sql("select * from sharing_group where id = ?")
                .param(id)
                .query((row, _) -> group(row))
                .optional();
    }

    /// Nobody else changes it until this transaction has ended.
    Optional<Group> hold(UUID id) {
        return database.sql("select * from sharing_group where id = ? for update")
                .param(id)
                .query((row, _) -> group(row))
                .optional();
    }

    /// @param sql [#CURRENT] or [#PAST]
    List<Group> list(String sql, Instant now, int skip, int limit) {
        return database.sql(sql)
                .param("now", StoredTime.utc(now))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> group(row))
                .list();
    }

    /// Oldest first.
    List<GroupAct> acts(UUID group) {
        return database.sql("select * from group_act where group_id = ? order by revision, line")
                .param(group)
                .query((row, _) -> act(group, row))
                .list();
    }

    static String column(List<NodeId> members) {
        return members.stream().map(NodeId::value).collect(Collectors.joining(" "));
    }

    static List<NodeId> members(String column) {
        return Arrays.stream(column.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(NodeId::new)
                .toList();
    }

    private Group group(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ownReference = row.getBytes("own_ref");
        return new Group(
                id,
                row.getInt("revision"),
                members(row.getString("members")),
                open(id, "name", row.getBytes("name")),
                ownReference == null ? null : open(id, "own_ref", ownReference),
                row.getString("purpose"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                StoredTime.at(row, "begins_at"),
                StoredTime.at(row, "over_at"));
    }

    private GroupAct act(UUID group, ResultSet row) throws SQLException {
        var member = row.getString("member");
        var words = row.getBytes("words");
        var revision = row.getInt("revision");
        return new GroupAct(
                revision,
                GroupAct.Kind.valueOf(row.getString("kind")),
                new OfficerId(row.getString("officer")),
                StoredTime.at(row, "done_at"),
                member == null ? null : new NodeId(member),
                row.getString("ground"),
                row.getObject("ends_on", LocalDate.class),
                words == null ? null : open(group, "words|" + revision + "|" + row.getInt("line"), words));
    }

    private byte @Nullable [] sealed(UUID id, @Nullable String ownReference) {
        return ownReference == null ? null : seal(id, "own_ref", ownReference);
    }

    private byte[] seal(UUID id, String column, String text) {
        return vault.seal(place(id, column), text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(UUID id, String column, byte[] cell) {
        return new String(vault.open(place(id, column), cell), StandardCharsets.UTF_8);
    }

    private static String place(UUID id, String column) {
        return "sharing_group|" + column + "|" + id;
    }
}
