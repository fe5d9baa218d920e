package org.enlace.node.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What authenticators are given to sign: random, for one browser, one purpose and one answer, and not for long.
@Repository
class PasskeyChallenges {
    /// What the signature is to open.
    enum Use {
        ENTER,
        PROVE,
        ADD
    }

    /// As long as browsers wait for a person, at most.
    static final Duration LIFE = Duration.ofMinutes(5);

    /// Enough for a whole office behind one proxy when the shift changes.
    private static final int PER_SOURCE_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    PasskeyChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return base64url; empty if too many from there wait for an answer
    @Transactional
    Optional<String> make(Use use, PasskeyVisit visit) {
        var now = clock.instant();
        jdbc.sql("delete from passkey_challenge where until_at <= ?")
                .param(StoredTime.utc(now))
                .update();
        var source = Secrets.hash("source", visit.source());
        var waiting = jdbc.sql("select count(*) from passkey_challenge where source = ?")
                .param(source)
                .query(Integer.class)
                .single();
        if (waiting >= PER_SOURCE_MAX) {
            return Optional.empty();
        }
        var challenge = secrets.cookie();
        jdbc.sql("insert into passkey_challenge (id, used_for, browser, source, until_at) values (?, ?, ?, ?, ?)")
                .params(id(challenge), use.name(), visit.browser(), source, StoredTime.utc(now.plus(LIFE)))
                .update();
        return Optional.of(challenge);
    }

    /// Uses a challenge up, whatever the answer to it is worth.
    ///
    /// @return false if it was never given to this browser for this, was used, or is too old
    @Transactional
    boolean spend(String challenge, Use use, PasskeyVisit visit) {
        return jdbc.sql("delete from passkey_challenge where id = ? and used_for = ? and browser = ? and until_at > ?")
                        .params(id(challenge), use.name(), visit.browser(), StoredTime.utc(clock.instant()))
                        .update()
                == 1;
    }

    private static String id(String challenge) {
        return Secrets.hash("challenge", challenge);
    }
}
