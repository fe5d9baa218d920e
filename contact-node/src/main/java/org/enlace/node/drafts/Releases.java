package org.enlace.node.drafts;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Release;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Sight;
import org.enlace.node.keys.NodeVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits for a second person, in the database. What was written rests sealed, and no longer than it is needed.
@Repository
class Releases {
    static final int PAGE = 100;

    private final JdbcClient database;
    private final NodeVault vault;
    private final Clock clock;

    Releases(JdbcClient database, NodeVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// Keeps a message until somebody has decided about it. One that was returned or taken back before goes on.
    ///
    /// @param entry as it would be filed
    void keep(Wanted wanted, MessageEntry entry, @Nullable UUID draft, OfficerId writer, ReleaseState state) {
        var now = now();
        var due = state == ReleaseState.REVIEW_OWED ? now.plus(Release.REVIEWED_WITHIN) : null;
        var kept = seal(wanted.id(), "kept", Kept.write(wanted));
        var known = database.sql("""
                        update release_item set state = ?, since = ?, due_at = ?, urgency = ?, protection_only = ?,
                            closed_to = ?, kept = ? where message_id = ? and writer = ?""")
                .params(state.name(), StoredTime.utc(now))
                .param(StoredTime.maybeUtc(due))
                .params(
                        entry.urgency().name(),
                        entry.protectionOnly(),
                        Sight.column(entry.closedTo()),
                        kept,
                        wanted.id().value(),
                        writer.value())
                .update();
        if (known == 0) {
            database.sql("""
                            insert into release_item (message_id, draft_id, writer, type, read_as, urgency, reference,
                                protection_only, closed_to, state, since, due_at, kept)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(wanted.id().value())
                    .param(draft)
                    .params(
                            writer.value(),
                            wanted.message().type().name(),
                            entry.readAs().name(),
                            entry.urgency().name(),
                            wanted.reference().value(),
                            entry.protectionOnly(),
                            Sight.column(entry.closedTo()),
                            state.name(),
                            StoredTime.utc(now))
                    .param(StoredTime.maybeUtc(due))
                    .param(kept)
                    .update();
        }
        note(
                wanted.id(),
                state == ReleaseState.REVIEW_OWED ? ReleaseStep.Kind.SENT_AT_ONCE : ReleaseStep.Kind.ASKED,
                writer,
                null);
    }

    Optional<Pending> find(MessageId message) {
        return database.sql("select * from release_item where message_id = ?")
                .param(message.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// The same, if it may be seen.
    Optional<Pending> find(MessageId message, Sight sight) {
        var seen = sight.over("r");
        return database.sql("select r.* from release_item r where r.message_id = :message and (" + seen.sql() + ")")
                .params(seen.parameters())
                .param("message", message.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// What one officer wrote and has not left yet.
    List<Pending> of(OfficerId writer) {
        return database.sql("select * from release_item where writer = ? and state in ('AWAITING_RELEASE', 'RETURNED')")
                .param(writer.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// What waits for somebody, first what waits longest.
    List<Pending> open(Sight sight) {
        var seen = sight.over("r");
        return database.sql("""
                        select r.* from release_item r where r.state in ('AWAITING_RELEASE', 'REVIEW_OWED') and (%s)
                        order by r.since, r.message_id fetch first :limit rows only""".formatted(seen.sql()))
                .params(seen.parameters())
                .param("limit", PAGE)
                .query((row, _) -> read(row))
                .list();
    }

    /// How much waits for this officer, who decides about nothing of their own.
    int count(Sight sight, OfficerId officer) {
        var seen = sight.over("r");
        return database.sql("""
                        select count(*) from release_item r where r.state in ('AWAITING_RELEASE', 'REVIEW_OWED')
                        and r.writer <> :officer and (%s)""".formatted(seen.sql()))
                .params(seen.parameters())
                .param("officer", officer.value())
                .query(Integer.class)
                .single();
    }

    /// The message that is decided about; empty once it was.
    Optional<Wanted> kept(MessageId message) {
        return version(message, "kept");
    }

    /// The version that was returned last.
    Optional<Wanted> returned(MessageId message) {
        return version(message, "returned");
    }

    private Optional<Wanted> version(MessageId message, String column) {
        return database.sql("select " + column + " from release_item where message_id = ?")
                .param(message.value())
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(cell -> cell)
                .map(cell -> Kept.read(vault.open(place(message, column), cell)));
    }

    /// Gives it to its writer again, who changes it or takes it away.
    ///
    /// @return false if somebody was faster
    boolean giveBack(Pending pending, ReleaseState state, OfficerId by) {
        var sealed = state == ReleaseState.RETURNED
                ? kept(pending.message()).map(wanted -> seal(pending.message(), "returned", Kept.write(wanted)))
                : Optional.<byte[]>empty();
        var moved = moved(pending, state, by);
        if (moved && sealed.isPresent()) {
            database.sql("update release_item set returned = ? where message_id = ?")
                    .params(sealed.get(), pending.message().value())
                    .update();
        }
        return moved;
    }

    /// Ends it: what was kept for the decision is forgotten.
    ///
    /// @return false if somebody was faster
    boolean settle(Pending pending, ReleaseState state, OfficerId by) {
        var moved = moved(pending, state, by);
        if (moved) {
            database.sql("update release_item set kept = null, returned = null where message_id = ?")
                    .param(pending.message().value())
                    .update();
            database.sql("delete from release_step where message_id = ?")
                    .param(pending.message().value())
                    .update();
        }
        return moved;
    }

    private boolean moved(Pending pending, ReleaseState state, OfficerId by) {
        return database.sql(
                                "update release_item set state = ?, since = ?, decided_by = ? where message_id = ? and state = ?")
                        .params(
                                state.name(),
                                StoredTime.utc(now()),
                                by.value(),
                                pending.message().value(),
                                pending.state().name())
                        .update()
                == 1;
    }

    /// A draft that is deleted leaves nothing.
    void drop(UUID draft) {
        database.sql("delete from release_item where draft_id = ? and state in ('RETURNED', 'TAKEN_BACK')")
                .param(draft)
                .update();
    }

    void note(MessageId message, ReleaseStep.Kind kind, OfficerId officer, @Nullable String words) {
        database.sql("insert into release_step (message_id, kind, officer, at, sealed) values (?, ?, ?, ?, ?)")
                .params(message.value(), kind.name(), officer.value(), StoredTime.utc(now()))
                .param(words == null ? null : seal(message, "words", words.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /// Oldest first.
    List<ReleaseStep> steps(MessageId message) {
        return database.sql("select * from release_step where message_id = ? order by id")
                .param(message.value())
                .query((row, _) -> step(message, row))
                .list();
    }

    private ReleaseStep step(MessageId message, ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return new ReleaseStep(
                ReleaseStep.Kind.valueOf(row.getString("kind")),
                new OfficerId(row.getString("officer")),
                StoredTime.at(row, "at"),
                sealed == null
                        ? null
                        : new String(vault.open(place(message, "words"), sealed), StandardCharsets.UTF_8));
    }

    /// What nobody waits for any more goes as drafts go.
    void forget(Instant now) {
        database.sql("""
                        delete from release_item
                            where state in ('RETURNED', 'TAKEN_BACK', 'RELEASED', 'REVIEWED') and since < ?""").param(StoredTime.utc(now.minus(Drafts.KEPT))).update();
    }

    private byte[] seal(MessageId message, String column, byte[] plain) {
        return vault.seal(place(message, column), plain);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Pending read(ResultSet row) throws SQLException {
        var decided = row.getString("decided_by");
        return new Pending(
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getObject("draft_id", UUID.class),
                new OfficerId(row.getString("writer")),
                MessageType.valueOf(row.getString("type")),
                Urgency.valueOf(row.getString("urgency")),
                new CaseReference(row.getString("reference")),
                ReleaseState.valueOf(row.getString("state")),
                StoredTime.at(row, "since"),
                StoredTime.maybeAt(row, "due_at"),
                decided == null ? null : new OfficerId(decided));
    }

    private static String place(MessageId message, String column) {
        return "release|" + column + "|" + message;
    }
}
