package org.enlace.node.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The second factors of officers as they rest: secrets encrypted, recovery codes as hashes.
@Repository
class FactorStore {
    /// What a code that somebody typed is.
    sealed interface Use {
        /// A code of the telephone.
        record Step(long number) implements Use {}

        record Recovery(String hash) implements Use {}
    }

    private final JdbcClient jdbc;
    private final NodeVault vault;
    private final Clock clock;

    FactorStore(JdbcClient jdbc, NodeVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// What the code would open, without using it up. The same work is done for right and wrong ones.
    Optional<Use> find(OfficerId officer, String typed) {
        var code = Secrets.typed(typed);
        var hash = hash(officer, code);
        var step = cell(officer, "secret").stream()
                .flatMapToLong(secret -> Totp.match(secret, code, clock.instant()).stream())
                .findFirst();
        var recovery = jdbc.sql(
                        "select count(*) from officer_recovery where officer_id = ? and code_hash = ? and used_at is null")
                .params(officer.value(), hash)
                .query(Integer.class)
                .single();
        if (step.isPresent()) {
            return Optional.of(new Use.Step(step.getAsLong()));
        }
        return recovery == 1 ? Optional.of(new Use.Recovery(hash)) : Optional.empty();
    }

    /// Uses a code up.
    ///
    /// @return false if it, or a later one, has been used before
    @Transactional
    boolean use(OfficerId officer, Use use) {
        return switch (use) {
            case Use.Step(var number) ->
                jdbc.sql("update officer_factor set last_step = ? where officer_id = ? and last_step < ?")
                                .params(number, officer.value(), number)
                                .update()
                        == 1;
            case Use.Recovery(var hash) ->
                jdbc.sql("update officer_recovery set used_at = ? where officer_id = ? and code_hash = ?"
                                        + " and used_at is null")
                                .params(StoredTime.utc(clock.instant()), officer.value(), hash)
                                .update()
                        == 1;
        };
    }

    /// Keeps a secret that is shown, until a code proves that it has arrived.
    @Transactional
    void pending(OfficerId officer, byte[] secret) {
        var sealed = vault.seal(place(officer, "pending"), secret);
        var known = jdbc.sql("update officer_factor set pending = ? where officer_id = ?")
                .params(sealed, officer.value())
                .update();
        if (known == 0) {
            jdbc.sql("insert into officer_factor (officer_id, pending, last_step) values (?, ?, 0)")
                    .params(officer.value(), sealed)
                    .update();
        }
    }

    Optional<byte[]> pending(OfficerId officer) {
        return cell(officer, "pending");
    }

    /// Takes a secret into use. Codes up to the one that proved it open nothing any more.
    @Transactional
    void secret(OfficerId officer, byte[] secret, long step) {
        jdbc.sql("update officer_factor set secret = ?, pending = null, last_step = ? where officer_id = ?")
                .params(vault.seal(place(officer, "secret"), secret), step, officer.value())
                .update();
    }

    /// Puts these in the place of all recovery codes before.
    @Transactional
    void recovery(OfficerId officer, List<String> codes) {
        jdbc.sql("delete from officer_recovery where officer_id = ?")
                .param(officer.value())
                .update();
        for (var code : codes) {
            jdbc.sql("insert into officer_recovery (officer_id, code_hash) values (?, ?)")
                    .params(officer.value(), hash(officer, Secrets.typed(code)))
                    .update();
        }
    }

    /// Whether codes of a phone are asked for.
    boolean on(OfficerId officer) {
        return jdbc.sql("select count(*) from officer_factor where officer_id = ? and secret is not null")
                        .param(officer.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /// How many recovery codes were not used yet.
    int left(OfficerId officer) {
        return jdbc.sql("select count(*) from officer_recovery where officer_id = ? and used_at is null")
                .param(officer.value())
                .query(Integer.class)
                .single();
    }

    @Transactional
    void forget(OfficerId officer) {
        jdbc.sql("delete from officer_recovery where officer_id = ?")
                .param(officer.value())
                .update();
        jdbc.sql("delete from officer_factor where officer_id = ?")
                .param(officer.value())
                .update();
    }

    private Optional<byte[]> cell(OfficerId officer, String column) {
        return jdbc.sql("select " + column + " from officer_factor where officer_id = ? and " + column + " is not null")
                .param(officer.value())
                .query((row, _) -> vault.open(place(officer, column), row.getBytes(1)))
                .optional();
    }

    private static String place(OfficerId officer, String column) {
        return "officer_factor|" + column + "|" + officer;
    }

    /// Eighty random bits need no slow hash; the officer in it keeps equal codes of two apart.
    private static String hash(OfficerId officer, String code) {
        return Secrets.hash("recovery", officer.value(), code);
    }
}
