package org.enlace.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What the page about the API says of each call: it is written once, there.
final class Described {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z]+) (/api/[^`?]*)[^`]*` \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

    private final Map<String, String> words = new HashMap<>();

    Described() {
        try {
            var rows = ROW.matcher(Files.readString(Path.of("docs/api.md")));
            while (rows.find()) {
                words.put(
                        rows.group(1) + " " + rows.group(2),
                        LINK.matcher(rows.group(3)).replaceAll("$1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String method, String path) {
        return Objects.requireNonNullElse(words.get(method + " " + path), "");
    }
}
