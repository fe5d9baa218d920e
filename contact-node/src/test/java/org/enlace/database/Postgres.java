package org.enlace.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// One PostgreSQL for all tests of this JVM, which ends with it. It is as durable as a node asks for, and each test
/// gets a database of its own.
public final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    /// @return the address of a new, empty database
    public static String database() {
        return SERVER.getJdbcUrl("postgres", create());
    }

    /// A new, empty database.
    static DataSource source() {
        return SERVER.getDatabase("postgres", create());
    }

    private static String create() {
        var name = "n" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var create = connection.createStatement()) {
            create.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No new database", e);
        }
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
