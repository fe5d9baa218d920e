package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlace.directory.ContactPoint;
import org.enlace.message.NodeId;

/// Writes the settings of one node, `node.yaml`, as its operator would.
final class NodeFiles {
    private static final Map<String, String> CONSOLE_LANGUAGES =
            Map.of("spa", "es", "eng", "en", "por", "pt", "fra", "fr", "hat", "fr");

    private final DemoFolder folder;
    private final Layout layout;

    NodeFiles(DemoFolder folder, Layout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    /// The language of a contact point's console: the first that it reads and that consoles exist in.
    static String language(ContactPoint contact) {
        return contact.languages().stream()
                .map(code -> CONSOLE_LANGUAGES.get(code))
                .filter(language -> language != null)
                .findFirst()
                .orElse("en");
    }

    Path settings(NodeId node) {
        return folder.node(node).resolve("node.yaml");
    }

    void write(NodeId node, ContactPoint contact, String bootstrap) {
        Path keys = folder.network().resolve(node.value());
        String first = language(contact);
        List<String> languages = List.of("es", "en", "pt", "fr").stream()
                .sorted((a, b) -> Boolean.compare(b.equals(first), a.equals(first)))
                .toList();
        String text = """
                # Settings of the contact point %s in a demo. People and cases in it are invented.
                enlace:
                  node: "%s"
                  zone: "%s"
                  languages: [%s]
                  training: true
                  # A demo is signed in to with a password alone.
                  second-factor: optional
                  # Its players call the API as officers.
                  api:
                    passwords: allowed
                  watch:
                    # Whoever plays all parts opens more than an officer does.
                    cases-per-hour: 1000
                  users-file: "%s"
                  directory:
                    folder: "%s"
                    genesis: "%s"
                  keys:
                    file: "%s"
                    password-file: "%s"
                    storage-file: "%s"
                  broker:
                    bootstrap: "%s"
                    identity: "%s"
                    trust: "%s"
                  console:
                    identity: "%s"
                server:
                  port: %d
                management:
                  server:
                    port: %d
                spring:
                  datasource:
                %s
                """.formatted(
                        node,
                        node,
                        contact.zone(),
                        String.join(", ", languages),
                        folder.users(node),
                        folder.network().resolve("directory"),
                        genesis(),
                        keys.resolve("keys.p12"),
                        keys.resolve("keys.password"),
                        folder.node(node).resolve("storage.p12"),
                        bootstrap,
                        keys.resolve("transport.pem"),
                        folder.network().resolve("ca.pem"),
                        keys.resolve("console.pem"),
                        layout.console(node),
                        layout.health(node),
                        database(node).stripTrailing().indent(4).stripTrailing());
        folder.writePrivate(settings(node), text.getBytes(StandardCharsets.UTF_8));
    }

    private String database(NodeId node) {
        return switch (layout.database()) {
            case H2 ->
                "url: \"jdbc:h2:file:%s;WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=96;PAGE_SIZE=4096\""
                        .formatted(folder.node(node).resolve("data").resolve("node"));
            case POSTGRES -> {
                String name = node.value().toLowerCase(Locale.ROOT);
                yield """
                        url: "jdbc:postgresql://127.0.0.1:%d/%s"
                        username: "%s"
                        password: "%s"
                        """.formatted(layout.databasePort(), name, name, password(node));
            }
        };
    }

    /// The password of a node's own account in PostgreSQL, made once.
    String password(NodeId node) {
        return line(folder.node(node).resolve("database.password"));
    }

    private String genesis() {
        return line(folder.network().resolve("directory/genesis.sha256"));
    }

    static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Stop(file + " cannot be read.", e);
        }
    }
}
