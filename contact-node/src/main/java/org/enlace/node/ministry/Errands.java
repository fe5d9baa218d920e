package org.enlace.node.ministry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.SessionKey;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.keys.NodeVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Who is on the way to the provider and back. Each comes back once.
@Repository
class Errands implements Ticking {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int BACK_MAX = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Purpose {
        SIGN_IN,
        /// An officer who is signed in links the account.
        LINK,
        /// An officer who is signed in proves anew who it is.
        PROVE
    }

    enum Stage {
        AWAY,
        /// Met; the code of the second factor is still asked for.
        CODE,
        PROVEN,
        /// Came back in vain; the form that waits is still there.
        FAILED
    }

    /// @param officer who is signed in, or whose code is asked for; null before that
    /// @param session that set out; null where nobody was signed in
    /// @param back where to go after it
    record Row(
            String id,
            Purpose purpose,
            Stage stage,
            @Nullable OfficerId officer,
            @Nullable SessionKey session,
            String back,
            Instant beganAt) {}

    private final JdbcClient database;
    private final NodeVault vault;
    private final Clock clock;

    Errands(JdbcClient database, NodeVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    void begin(
            Errand errand,
            Purpose purpose,
            @Nullable OfficerId officer,
            @Nullable SessionKey session,
            String back,
            @Nullable KeptForm kept) {
        forget();
        database.sql("""
                        insert into ministry_errand (id, purpose, stage, officer_id, session_id, back, kept, began_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(errand.id())
                .param(purpose.name())
                .param(Stage.AWAY.name())
                .param(officer == null ? null : officer.value())
                .param(session == null ? null : session.value())
                .param(back.length() > BACK_MAX ? "/" : back)
                .param(kept == null ? null : vault.seal(place(errand.id()), JSON.writeValueAsBytes(kept)))
                .param(StoredTime.utc(clock.instant()))
                .update();
    }

    Optional<Row> find(Errand errand) {
        return database.sql("select * from ministry_errand where id = ? and began_at > ?")
                .params(errand.id(), StoredTime.utc(clock.instant().minus(LENGTH)))
                .query(Errands::row)
                .optional();
    }

    /// The one that proves this session anew, if it has come back.
    Optional<Row> back(SessionKey session) {
        return database.sql("""
                        select * from ministry_errand where session_id = ? and stage in ('PROVEN', 'FAILED') and began_at > ?
                            order by began_at desc fetch first 1 rows only""")
                .params(session.value(), StoredTime.utc(clock.instant().minus(LENGTH)))
                .query(Errands::row)
                .optional();
    }

    /// The form that waits.
    Optional<KeptForm> kept(Row row) {
        return database.sql("select kept from ministry_errand where id = ? and kept is not null")
                .param(row.id())
                .query((found, _) -> vault.open(place(row.id()), found.getBytes(1)))
                .optional()
                .map(bytes -> JSON.readValue(bytes, KeptForm.class));
    }

    /// Takes what came back, once.
    ///
    /// @return false if somebody was faster
    @Transactional
    boolean goesOn(Row row, Stage from, Stage to) {
        return database.sql("update ministry_errand set stage = ? where id = ? and stage = ?")
                        .params(to.name(), row.id(), from.name())
                        .update()
                == 1;
    }

    @Transactional
    void codeAsked(Row row, OfficerId officer) {
        database.sql("update ministry_errand set stage = 'CODE', officer_id = ? where id = ?")
                .params(officer.value(), row.id())
                .update();
    }

    /// @param session that goes on, under another cookie
    @Transactional
    void proven(Row row, SessionKey session) {
        database.sql("update ministry_errand set stage = 'PROVEN', session_id = ? where id = ?")
                .params(session.value(), row.id())
                .update();
    }

    @Transactional
    void end(Row row) {
        database.sql("delete from ministry_errand where id = ?").param(row.id()).update();
    }

    /// What was typed and waits here does not wait for long.
    @Override
    @Transactional
    public void tick(Instant now) {
        forget();
    }

    private void forget() {
        database.sql("delete from ministry_errand where began_at < ?")
                .param(StoredTime.utc(clock.instant().minus(LENGTH)))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var officer = row.getString("officer_id");
        var session = row.getString("session_id");
        return new Row(
                row.getString("id"),
                Purpose.valueOf(row.getString("purpose")),
                Stage.valueOf(row.getString("stage")),
                officer == null ? null : new OfficerId(officer),
                session == null ? null : new SessionKey(session),
                row.getString("back"),
                StoredTime.at(row, "began_at"));
    }

    private static String place(String id) {
        return "ministry_errand|kept|" + id;
    }
}
