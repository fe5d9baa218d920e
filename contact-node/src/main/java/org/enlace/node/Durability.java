package org.enlace.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Whether the database keeps what it has confirmed. Asked before anything is written to it; a database that forgets on
/// purpose stops the start.
@Component
public class Durability implements FlywayMigrationStrategy {
    private static final Logger log = LoggerFactory.getLogger(Durability.class);

    private final JdbcTemplate database;
    private final boolean h2;

    Durability(DataSource source) {
        this.database = new JdbcTemplate(source);
        this.h2 = Boolean.TRUE.equals(database.execute((Connection connection) -> isH2(connection)));
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:");
    }

    /// Whether confirmed work survives the loss of power. The console warns where it does not.
    public boolean survivesPowerLoss() {
        return !h2;
    }

    /// Brings all commits so far to the disk, as far as this database does not do that with each of them.
    public void sync() {
        if (h2) {
            database.execute("checkpoint sync");
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        if (h2) {
            checkH2();
            keepValuesOutOfTrace();
        } else {
            checkPostgres();
        }
        flyway.migrate();
    }

    private void checkH2() {
        String url = database.execute(
                (Connection connection) -> connection.getMetaData().getURL());
        // The URL as the driver gives it back has lost its options; the effective value counts, and a second row with
        // another value means that it is only stored and not in force.
        List<@Nullable String> delays = database.queryForList(
                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'",
                String.class);
        if (delays.isEmpty() || !delays.stream().allMatch("0"::equals)) {
            throw new IllegalStateException("An H2 database needs ;WRITE_DELAY=0 in spring.datasource.url of every"
                    + " process that opens it, or it forgets what it has confirmed when the process is killed");
        }
        log.atWarn()
                .addKeyValue("database", url == null ? "h2" : url.replaceAll(";.*", ""))
                .log("The embedded database survives the end of the process but not the loss of power;"
                        + " use PostgreSQL where messages are meant");
    }

    /// H2 writes each error to a file beside the database, with the value that did not fit.
    private void keepValuesOutOfTrace() {
        database.execute("set trace_level_file 0");
    }

    private void checkPostgres() {
        for (String setting : List.of("fsync", "synchronous_commit")) {
            String value = database.queryForObject("select current_setting(?)", String.class, setting);
            if ("off".equals(value)) {
                throw new IllegalStateException(
                        "PostgreSQL runs with " + setting + " = off and forgets what it has confirmed; turn it on");
            }
        }
    }
}
