package org.enlace.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lists that the documentation of our records sends a reader to.
final class MessageLists {
    private static final Pattern NAMED = Pattern.compile("(?:code|codes) of list `([a-z0-9-]+)`");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "enlace");

    private MessageLists() {}

    static Set<String> named() {
        Set<String> lists = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    lists.add(named.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
