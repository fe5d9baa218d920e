package org.enlace.node.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.CaseFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What programs upload before they send the message that it belongs to. Files are sealed for one message, so a set has
/// the id of that message and its case from the start. It is its owner's alone, and goes as drafts go.
@Component
class FileSets {
    private final JdbcClient database;
    private final WrittenFiles files;
    private final CaseFiles cases;
    private final Releases releases;
    private final NewIds ids;

    FileSets(JdbcClient database, WrittenFiles files, CaseFiles cases, Releases releases, NewIds ids) {
        this.database = database;
        this.files = files;
        this.cases = cases;
        this.releases = releases;
        this.ids = ids;
    }

    record FileSet(UUID id, OfficerId owner, MessageId message, CaseReference reference) {
        WrittenFiles.For its() {
            return new WrittenFiles.For(message, reference);
        }
    }

    /// @param reference of the case in which the message will stand
    @Transactional
    public FileSet begin(CaseReference reference, Officer officer) {
        forget();
        var set = new FileSet(ids.draft(), officer.id(), ids.message(), reference);
        database.sql("insert into file_set (id, owner, message_id, reference, begun_at) values (?, ?, ?, ?, ?)")
                .params(
                        set.id(),
                        set.owner().value(),
                        set.message().value(),
                        set.reference().value(),
                        StoredTime.utc(ids.now()))
                .update();
        return set;
    }

    Optional<FileSet> find(UUID id, Officer officer) {
        return database.sql("select * from file_set where id = ? and owner = ?")
                .params(id, officer.id().value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Whether its message has neither left nor waits for a second person.
    boolean isOpen(FileSet set) {
        return cases.find(set.message()).isEmpty()
                && releases.find(set.message())
                        .filter(pending -> pending.state() == ReleaseState.AWAITING_RELEASE)
                        .isEmpty();
    }

    /// Keeps others from sending it until the transaction ends.
    ///
    /// @return false if somebody was faster
    boolean holds(FileSet set) {
        return database.sql("update file_set set begun_at = ? where id = ?")
                                .params(StoredTime.utc(ids.now()), set.id())
                                .update()
                        == 1
                && isOpen(set);
    }

    @Transactional
    public void delete(FileSet set) {
        if (database.sql("delete from file_set where id = ?").param(set.id()).update() == 1) {
            files.drop(set.message());
        }
    }

    private void forget() {
        List<FileSet> old = database.sql("select * from file_set where begun_at < ?")
                .param(StoredTime.utc(ids.now().minus(Drafts.KEPT)))
                .query((row, _) -> read(row))
                .list();
        old.stream().filter(this::isOpen).forEach(this::delete);
    }

    private static FileSet read(ResultSet row) throws SQLException {
        return new FileSet(
                row.getObject("id", UUID.class),
                new OfficerId(row.getString("owner")),
                new MessageId(row.getObject("message_id", UUID.class)),
                new CaseReference(row.getString("reference")));
    }
}
