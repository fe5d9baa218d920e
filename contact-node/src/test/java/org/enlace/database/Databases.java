package org.enlace.database;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.scratch.Scratch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One fresh, migrated database of each kind.
public final class Databases {
    private final DataSource postgres;
    private final DataSource h2;

    public Databases() {
        this.postgres = new DriverManagerDataSource(Postgres.database());
        this.h2 = new DriverManagerDataSource(H2.inFile(Scratch.folder("h2").resolve("node")));
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
        return H2.file(file);
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
}
