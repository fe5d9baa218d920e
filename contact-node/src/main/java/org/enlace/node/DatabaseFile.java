package org.enlace.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps the file of an H2 database from growing with every commit. H2 tidies it up in the background only while
/// it also writes in the background, and that would forget what it has confirmed: see [Durability]. Each commit
/// leaves old pages behind; here what still counts in the emptiest parts of the file is written anew, so that
/// their space can be used again.
@Component
class DatabaseFile {
    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// Percent of the file that is to count.
    private static final int FILLED = 50;
    /// At most so much is written anew at once, because commits wait meanwhile.
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;

    private final JdbcTemplate database;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-file").factory());

    DatabaseFile(DataSource source) {
        this.database = new JdbcTemplate(source);
    }

    @PostConstruct
    void begin() {
        if (Boolean.TRUE.equals(
                database.execute((Connection connection) -> store(connection).isPresent()))) {
            var _ = thread.scheduleWithFixedDelay(
                    this::tidyOrSay, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void end() {
        thread.close();
    }

    private void tidyOrSay() {
        try {
            tidy();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .log("The file of the database could not be tidied and grows; it is tried again");
        }
    }

    /// @return whether anything was written anew
    boolean tidy() {
        return Boolean.TRUE.equals(database.execute((Connection connection) -> store(connection)
                .map(store -> store.compact(FILLED, BYTES_AT_ONCE))
                .orElse(false)));
    }

    /// Where this process keeps the database; nothing if another process does.
    private static Optional<MVStore> store(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                ? Optional.of(session.getDatabase().getStore().getMvStore())
                : Optional.empty();
    }
}
