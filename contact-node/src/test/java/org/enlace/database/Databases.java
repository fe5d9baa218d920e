package org.enlace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One fresh, migrated database of each kind.
public final class Databases {
    private final DataSource postgres;
    private final DataSource h2;

    public Databases() {
        try {
            this.postgres = Postgres.source();
            Path folder = Files.createTempDirectory("h2");
            this.h2 = h2(folder.resolve("node") + ";WRITE_DELAY=0");
            migrate(postgres);
            migrate(h2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An H2 database in a file.
    ///
    /// @param file path and options
    public static DataSource h2(String file) {
        return new DriverManagerDataSource("jdbc:h2:file:" + file);
    }

    public DataSource h2() {
        return h2;
    }

    public DataSource postgres() {
        return postgres;
    }

    public Stream<DataSource> both() {
        return Stream.of(h2(), postgres());
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
    }
}
