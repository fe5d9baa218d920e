package org.enlace.node.groups;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which messages went to a group, with its name and members as they were: the group may be another later.
@Repository
public class GroupSendings {
    private final JdbcClient database;
    private final GroupRows rows;
    private final NodeVault vault;
    private final AuditLog audit;

    GroupSendings(JdbcClient database, GroupRows rows, NodeVault vault, AuditLog audit) {
        this.database = database;
        this.rows = rows;
        this.vault = vault;
        this.audit = audit;
    }

    /// @param name of the group then
    public record Sent(UUID group, int revision, String name, List<NodeId> members) {
        public Sent {
            members = List.copyOf(members);
        }

        /// Prints no name.
        @Override
        public String toString() {
            return group + " " + revision;
        }
    }

    /// Keeps it in the transaction that sends.
    ///
    /// @param by whose act it is that it leaves now
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(MessageId message, GroupChoice choice, Officer by) {
        var group = rows.find(choice.group())
                .orElseThrow(() -> new IllegalStateException("There is no group " + choice.group() + " any more"));
        database.sql("""
                        insert into group_sending (message_id, group_id, revision, members, name)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        message.value(),
                        choice.group(),
                        choice.revision(),
                        GroupRows.column(choice.members()),
                        vault.seal(place(message), group.name().getBytes(StandardCharsets.UTF_8)))
                .update();
        audit.write(new AuditEntry(
                by.pseudonym(),
                "SEND_TO_GROUP",
                message + " " + choice.group() + " " + choice.revision(),
                null,
                AuditEntry.DONE));
    }

    @Transactional(readOnly = true)
    public Optional<Sent> of(MessageId message) {
        return database.sql("select * from group_sending where message_id = ?")
                .param(message.value())
                .query((row, _) -> new Sent(
                        row.getObject("group_id", UUID.class),
                        row.getInt("revision"),
                        new String(vault.open(place(message), row.getBytes("name")), StandardCharsets.UTF_8),
                        GroupRows.members(row.getString("members"))))
                .optional();
    }

    private static String place(MessageId message) {
        return "group_sending|name|" + message;
    }
}
