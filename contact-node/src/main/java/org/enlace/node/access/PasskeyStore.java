package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The passkeys of officers in the database. They are public keys: nothing here opens anything.
@Repository
class PasskeyStore {
    /// A passkey with what checking it needs.
    ///
    /// @param credential its id, base64url
    /// @param handle of its officer, base64url
    /// @param key with what the authenticator said when it was made, base64url
    record Kept(
            Passkey passkey,
            OfficerId officer,
            String handle,
            String credential,
            String key,
            long counter,
            String transports) {
        boolean synced() {
            return passkey.synced();
        }

        /// Prints its id alone.
        @Override
        public String toString() {
            return passkey.id().toString();
        }
    }

    private static final String SELECT =
            "select p.*, o.passkey_handle from passkey p join officer o on o.id = p.officer_id ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Kept> with(String credential) {
        return jdbc.sql(SELECT + "where p.credential = ?")
                .param(credential)
                .query(PasskeyStore::kept)
                .optional();
    }

    /// Oldest first.
    List<Kept> of(OfficerId officer) {
        return jdbc.sql(SELECT + "where p.officer_id = ? order by p.added_at, p.id")
                .param(officer.value())
                .query(PasskeyStore::kept)
                .list();
    }

    /// The same until the officer has changed them, also when two ask at the same moment.
    @Transactional
    List<Kept> locked(OfficerId officer) {
        jdbc.sql("select id from officer where id = ? for update")
                .param(officer.value())
                .query(String.class)
                .single();
        return of(officer);
    }

    /// What authenticators know the officer by, made when it is first asked for.
    @Transactional
    String handle(OfficerId officer) {
        jdbc.sql("update officer set passkey_handle = ? where id = ? and passkey_handle is null")
                .params(secrets.cookie(), officer.value())
                .update();
        return jdbc.sql("select passkey_handle from officer where id = ?")
                .param(officer.value())
                .query(String.class)
                .single();
    }

    @Transactional
    void add(OfficerId officer, String name, String host, PasskeyCeremony.Made made) {
        jdbc.sql("insert into passkey (id, officer_id, credential, host, public_key, counter, synced, transports, name,"
                        + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        officer.value(),
                        made.credential(),
                        host,
                        made.key(),
                        made.counter(),
                        made.synced(),
                        made.transports(),
                        name,
                        StoredTime.utc(clock.instant()))
                .update();
    }

    /// Notes that it has signed.
    ///
    /// @return false if it signed in the same moment elsewhere, or was stopped or removed
    @Transactional
    boolean used(Kept kept, long counter) {
        return jdbc.sql(
                                "update passkey set counter = ?, used_at = ? where id = ? and counter = ? and stopped_at is null")
                        .params(
                                counter,
                                StoredTime.utc(clock.instant()),
                                kept.passkey().id(),
                                kept.counter())
                        .update()
                == 1;
    }

    @Transactional
    void stop(UUID id) {
        jdbc.sql("update passkey set stopped_at = ? where id = ?")
                .params(StoredTime.utc(clock.instant()), id)
                .update();
    }

    /// @return false if the officer has none of that id
    @Transactional
    boolean rename(OfficerId officer, UUID id, String name) {
        return jdbc.sql("update passkey set name = ? where id = ? and officer_id = ?")
                        .params(name, id, officer.value())
                        .update()
                == 1;
    }

    @Transactional
    void remove(UUID id) {
        jdbc.sql("delete from passkey where id = ?").param(id).update();
    }

    @Transactional
    void forget(OfficerId officer) {
        jdbc.sql("delete from passkey where officer_id = ?")
                .param(officer.value())
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var used = StoredTime.maybeAt(row, "used_at");
        var passkey = new Passkey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("host"),
                row.getBoolean("synced"),
                StoredTime.at(row, "added_at"),
                used,
                row.getObject("stopped_at") != null);
        return new Kept(
                passkey,
                new OfficerId(row.getString("officer_id")),
                row.getString("passkey_handle"),
                row.getString("credential"),
                row.getString("public_key"),
                row.getLong("counter"),
                row.getString("transports"));
    }
}
