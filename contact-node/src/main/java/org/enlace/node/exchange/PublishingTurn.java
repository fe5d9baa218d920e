package org.enlace.node.exchange;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Of the replicas of a node that share a database, one publishes at a time. A replica whose process has ended
/// loses its turn within seconds. Should two ever believe that it is theirs, messages are published twice, which
/// harms nobody.
@Component
class PublishingTurn {
    private static final Duration RENEW = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final String holder = UUID.randomUUID().toString();
    private boolean held;
    private long renewAt;

    PublishingTurn(JdbcClient database) {
        this.database = database;
    }

    boolean isOurs() {
        long now = System.nanoTime();
        if (!held || now - renewAt >= 0) {
            held = take();
            renewAt = now + RENEW.toNanos();
        }
        return held;
    }

    /// Lets another replica go on at once.
    void pass() {
        if (held) {
            held = false;
            database.sql("update publishing_turn set held_until = current_timestamp where id = 1 and holder = ?")
                    .param(holder)
                    .update();
        }
    }

    private boolean take() {
        return database.sql("""
                                update publishing_turn
                                set holder = ?, held_until = current_timestamp + interval '6' second
                                where id = 1 and (holder = ? or held_until <= current_timestamp)""").params(holder, holder).update() > 0;
    }
}
