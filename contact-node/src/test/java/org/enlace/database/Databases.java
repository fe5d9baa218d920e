package org.enlace.database;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.scratch.Scratch;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One fresh, migrated database of each kind.
public final class Databases {
    private final DataSource postgres;
    private final DataSource h2;

    public Databases() {
        this.postgres = Postgres.source();
        this.h2 = h2(Scratch.folder("h2").resolve("node") + ";WRITE_DELAY=0");
        migrate(postgres);
        migrate(h2);
    }

    /// Both, with rows made from numbers.
    ///
    /// @param rows the numbers are 1 to so many
    /// @param fill what is done with each database, given the numbers as a table `r(n)` in its own words
    public static Databases filled(int rows, BiConsumer<JdbcTemplate, String> fill) {
        var databases = new Databases();
        fill.accept(new JdbcTemplate(databases.h2), "system_range(1, " + rows + ") as r(n)");
        fill.accept(new JdbcTemplate(databases.postgres), "generate_series(1, " + rows + ") as r(n)");
        return databases;
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
