package org.enlace.database;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.scratch.Scratch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One fresh, migrated database of each kind.
public final class Databases {
    /// Each number as an id.
    public static final String ID = "cast('00000000-0000-0000-0000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";

    public static final String CASE = "CO-2026-000001";

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

    /// How a database would go about a query.
    public static String plan(DataSource source, String sql, Map<String, ?> parameters) {
        return String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + sql)
                        .params(parameters)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// One case, with a message for each of the numbers.
    public static void messages(JdbcTemplate database, String numbers) {
        database.execute("""
                insert into case_file (reference, opened_at, changed_at)
                values ('%s', now(), now())""".formatted(CASE));
        database.execute("""
                insert into case_message (id, given_id, reference, side, partner, type, read_as, urgency, child,
                    protection_only, closed_to, mode, codes, author_name, sent_at, stored_at)
                select %1$s, %1$s, '%2$s', 'RECEIVED', 'CO', 'CASE_ALERT', 'CASE_ALERT', 'URGENT', false, false, ',',
                    'ACTUAL', '', 'officer-7K4M2Q', now(), now()
                from %3$s""".formatted(ID, CASE, numbers));
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
