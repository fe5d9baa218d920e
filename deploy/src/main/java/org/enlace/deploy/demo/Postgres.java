package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.enlace.message.NodeId;

/// A PostgreSQL of the demo's own, with one database and one account for each node.
final class Postgres {
    static final String NAME = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoFolder folder;
    private final Layout layout;
    private final SecureRandom random;
    private final Path data;
    private final Path log;

    Postgres(DemoFolder folder, Layout layout, SecureRandom random) {
        this.folder = folder;
        this.layout = layout;
        this.random = random;
        this.data = folder.postgres().resolve("data");
        this.log = folder.postgres().resolve("postgres.log");
    }

    void start() {
        if (folder.process(NAME).map(Running::isUp).orElse(false)) {
            return;
        }
        if (!Ports.isFree(layout.databasePort())) {
            throw new Stop("Port " + layout.databasePort() + ", which PostgreSQL needs, is taken by another program.");
        }
        Path programs = PostgresFiles.unpack(folder.postgres());
        List<String> user = ordinaryUser();
        Path password = password(folder.postgres().resolve("password"));
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            List<String> initdb = new ArrayList<>(user);
            initdb.addAll(List.of(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", "postgres"));
            initdb.addAll(List.of("--pwfile=" + password, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"));
            runToEnd(initdb);
        }
        List<String> command = new ArrayList<>(Jvm.detached());
        command.addAll(user);
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(layout.databasePort()), "-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "shared_buffers=64MB"));
        folder.add(Running.start(NAME, "postgres", command, folder.postgres(), log));
        prepareDatabases();
    }

    /// PostgreSQL refuses to run as root; in a name space of its own root is somebody else.
    private List<String> ordinaryUser() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return List.of();
        }
        List<String> elsewhere = List.of("unshare", "--user");
        List<String> trial = new ArrayList<>(elsewhere);
        trial.add("true");
        if (!succeeds(trial)) {
            throw new Stop("PostgreSQL does not run as root, and this system has no user name spaces; take --db h2, or"
                    + " start the demo as an ordinary user.");
        }
        return elsewhere;
    }

    private void prepareDatabases() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            NodeFiles files = new NodeFiles(folder, layout);
            for (NodeId node : layout.nodes()) {
                String name = node.value().toLowerCase(Locale.ROOT);
                password(folder.node(node).resolve("database.password"));
                if (!exists(connection, name)) {
                    // Neither names nor passwords can be parameters here; both are letters and digits of our own.
                    statement.execute("create role %s login password '%s'".formatted(name, files.password(node)));
                    statement.execute("create database %s owner %s".formatted(name, name));
                }
            }
        } catch (SQLException e) {
            throw new Stop("The nodes' databases could not be made; see " + log + ".", e);
        }
    }

    private Connection connect() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + layout.databasePort() + "/postgres";
        String password = NodeFiles.line(folder.postgres().resolve("password"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url, "postgres", password);
            } catch (SQLException e) {
                if (System.nanoTime() > end
                        || !folder.process(NAME).map(Running::isUp).orElse(false)) {
                    throw e;
                }
                Readiness.pause();
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Path password(Path file) {
        if (!Files.exists(file)) {
            byte[] bits = new byte[20];
            random.nextBytes(bits);
            folder.writePrivate(file, HexFormat.of().formatHex(bits).getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private void runToEnd(List<String> command) {
        if (!succeeds(command)) {
            throw new Stop("\"" + String.join(" ", command) + "\" failed; see " + log + ".");
        }
    }

    private boolean succeeds(List<String> command) {
        try {
            Files.createDirectories(folder.postgres());
            return new ProcessBuilder(command)
                            .directory(folder.postgres().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }
}
