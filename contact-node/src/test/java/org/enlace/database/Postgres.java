package org.enlace.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// One PostgreSQL for all tests of this JVM, which ends with it. It is as durable as a node asks for, and each test
/// gets a database of its own: a copy of one that all migrations have run on.
public final class Postgres {
    private static final String MIGRATED = "migrated";
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    /// @return the address of a new database with all tables of a node
    public static String database() {
        var name = "n" + UUID.randomUUID().toString().replace("-", "");
        create(SERVER, name, " template " + MIGRATED);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /// A new database without any table.
    static DataSource empty() {
        var name = "n" + UUID.randomUUID().toString().replace("-", "");
        create(SERVER, name, "");
        return SERVER.getDatabase("postgres", name);
    }

    private static void create(EmbeddedPostgres server, String name, String like) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var create = connection.createStatement()) {
            create.execute("create database " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException("No new database", e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            create(server, MIGRATED, "");
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
