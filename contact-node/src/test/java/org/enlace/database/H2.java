package org.enlace.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.enlace.scratch.Scratch;
import org.flywaydb.core.Flyway;
import org.h2.tools.RunScript;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// New H2 databases with what the migrations make of an empty one. They run once in this JVM and are copied from then
/// on: a node that starts on a copy compares all of them and finds nothing to do. That they run on an empty database at
/// the start of a node is shown by `DurabilityTest` and by each network of `deploy`.
public final class H2 {
    private static final String OPTIONS = ";WRITE_DELAY=0";
    private static final Path MIGRATED = migrated();
    private static final String SCRIPT =
            String.join("\n", new JdbcTemplate(file(MIGRATED + OPTIONS)).queryForList("script", String.class));

    private H2() {}

    /// @param more further options of the address, `NAME=value`
    /// @return the address of one in memory, which stays there until this JVM ends
    public static String inMemory(String... more) {
        var address = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + options(more);
        // Whom a node signs in as where the database is in its own memory.
        try (var connection = DriverManager.getConnection(address, "sa", "")) {
            RunScript.execute(connection, new StringReader(SCRIPT));
        } catch (SQLException e) {
            throw new IllegalStateException("No new database", e);
        }
        return address;
    }

    /// @param path of a file that is not there, without its ending
    /// @param more further options of the address, `NAME=value`
    /// @return the address of one in this file
    public static String inFile(Path path, String... more) {
        try {
            Files.copy(Path.of(MIGRATED + ".mv.db"), Path.of(path + ".mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:h2:file:" + path + options(more);
    }

    /// One in a file, empty unless it was there before.
    ///
    /// @param address path and options
    static DataSource file(String address) {
        return new DriverManagerDataSource("jdbc:h2:file:" + address);
    }

    private static String options(String... more) {
        return Arrays.stream(more).map(";"::concat).collect(Collectors.joining("", OPTIONS, ""));
    }

    private static Path migrated() {
        var path = Scratch.folder("migrated").resolve("node");
        Flyway.configure().dataSource(file(path + OPTIONS)).load().migrate();
        return path;
    }
}
