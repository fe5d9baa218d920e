package org.enlace.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    private Path folder;

    @Test
    void anH2DatabaseThatForgetsIsRefusedAndNothingIsWrittenToIt() throws SQLException {
        DataSource forgetful = Databases.h2(folder.resolve("forgetful").toString());

        assertThatThrownBy(() -> migrate(forgetful))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WRITE_DELAY=0");
        assertThat(hasTables(forgetful)).isFalse();
    }

    @Test
    void anH2DatabaseThatOnlyStoredTheSettingIsRefused() throws SQLException {
        Path file = folder.resolve("stored");
        try (Connection connection = Databases.h2(file + ";WRITE_DELAY=0").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table something (id integer)");
        }

        assertThatThrownBy(() -> migrate(Databases.h2(file.toString()))).hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void anH2DatabaseThatWritesAtOnceIsTakenWithAWarningAboutPower() throws SQLException {
        DataSource source = Databases.h2(folder.resolve("good") + ";WRITE_DELAY=0");
        Durability durability = new Durability(source);

        durability.migrate(flyway(source));

        assertThat(durability.survivesPowerLoss()).isFalse();
        assertThat(hasTables(source)).isTrue();
        durability.sync();
    }

    /// As a message longer than its column: the error holds it, and belongs to nobody but the one who asked.
    @Test
    void whatDoesNotFitIntoTheDatabaseStandsInNoFileBesideIt() throws SQLException, IOException {
        DataSource source = Databases.h2(folder.resolve("quiet") + ";WRITE_DELAY=0");
        try (Connection kept = source.getConnection();
                var statement = kept.createStatement()) {
            migrate(source);
            statement.execute("create table narrow (word varchar(3))");

            assertThatThrownBy(() -> statement.execute("insert into narrow values ('MarkedName')"))
                    .hasMessageContaining("MarkedName");
        }

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(DurabilityTest::namesIt);
        }
    }

    /// Each commit leaves old pages behind. The file of the same work without tidying is about three times as large.
    @Test
    void theFileOfAnH2DatabaseDoesNotGrowWithEveryCommit() throws SQLException, IOException {
        long untidied = sizeAfterManyCommits("untidied", 0);
        long tidied = sizeAfterManyCommits("tidied", 50);

        assertThat(tidied).isLessThan(untidied / 2);
    }

    private long sizeAfterManyCommits(String name, int tidiedEach) throws SQLException, IOException {
        // Old pages are kept for a while, in case the disk has not written the new ones; here they need not be.
        DataSource source = Databases.h2(folder.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=0");
        DatabaseFile file = new DatabaseFile(source);
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (int table = 0; table < 8; table++) {
                statement.execute(
                        "create table kept" + table + " (id uuid primary key, at timestamp, word varchar(99))");
                statement.execute("create index kept_at" + table + " on kept" + table + "(at, id)");
            }
            connection.setAutoCommit(false);
            for (int n = 0; n < 1500; n++) {
                for (int table = 0; table < 8; table++) {
                    statement.execute(
                            "insert into kept" + table + " values (random_uuid(), current_timestamp, repeat('a', 99))");
                }
                connection.commit();
                if (tidiedEach > 0 && n % tidiedEach == 0) {
                    file.tidy();
                }
            }
            return Files.size(folder.resolve(name + ".mv.db"));
        } finally {
            file.end();
        }
    }

    private static boolean namesIt(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("MarkedName");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void postgresIsTakenAndSurvivesTheLossOfPower() {
        Databases databases = new Databases();
        Durability durability = new Durability(databases.postgres());
        durability.migrate(flyway(databases.postgres()));
        assertThat(durability.survivesPowerLoss()).isTrue();
    }

    private static void migrate(DataSource source) {
        new Durability(source).migrate(flyway(source));
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure().dataSource(source).load();
    }

    private static boolean hasTables(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                var tables = connection.getMetaData().getTables(null, null, "OUTBOX", null)) {
            return tables.next();
        }
    }
}
