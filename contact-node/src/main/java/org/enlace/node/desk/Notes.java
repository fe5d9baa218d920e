package org.enlace.node.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Unseen;
import org.enlace.node.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes each note once, however often the same form or call is sent. The other acts need no such care: their second
/// attempt finds the item in another state.
@Component
class Notes {
    static final int KEY_MAX = 128;

    private static final Duration KEPT = Duration.ofDays(30);

    private final Desk desk;
    private final DeskItems items;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Notes(Desk desk, DeskItems items, JdbcClient database, TransactionTemplate transactions, Clock clock) {
        this.desk = desk;
        this.items = items;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param key names the form or call; null where the caller has none, and then each call is a new note
    Outcome note(@Nullable String key, UUID id, String text, boolean tell, Officer officer) {
        if (key == null || key.isBlank() || key.length() > KEY_MAX) {
            return desk.note(id, text, tell, officer);
        }
        try {
            return Objects.requireNonNull(transactions.execute(_ -> {
                // The row comes first: of two with one key, the second waits here and then fails.
                keep(key, id, officer);
                var outcome = desk.note(id, text, tell, officer);
                if (!(outcome instanceof Done)) {
                    forget(key, officer);
                }
                return outcome;
            }));
        } catch (DuplicateKeyException _) {
            return items.find(id).<Outcome>map(Done::new).orElseGet(Unseen::new);
        }
    }

    private void keep(String key, UUID id, Officer officer) {
        database.sql("delete from desk_request where asked_at < ?")
                .param(now().minus(KEPT))
                .update();
        database.sql("insert into desk_request (officer, request_key, item_id, asked_at) values (?, ?, ?, ?)")
                .params(officer.id().value(), RequestKey.of(key).digest(), id, now())
                .update();
    }

    private void forget(String key, Officer officer) {
        database.sql("delete from desk_request where officer = ? and request_key = ?")
                .params(officer.id().value(), RequestKey.of(key).digest())
                .update();
    }

    private OffsetDateTime now() {
        return StoredTime.utc(clock.instant());
    }
}
