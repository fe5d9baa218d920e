package org.enlace.ceremony;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Words of the command line: one verb, then `--name value` as often as needed. What is wrong is answered with the
/// usage.
final class DirectoryOptions {
    private static final String USAGE = """
            Usage: directory propose-calendar --directory FOLDER --genesis FINGERPRINT --proposal FILE --version FILE
                                              --keys FILE --password-file FILE
                   directory show --directory FOLDER --genesis FINGERPRINT --version FILE
                   directory sign --directory FOLDER --genesis FINGERPRINT --version FILE --content FINGERPRINT
                                  --keys FILE --password-file FILE
              propose-calendar  makes the next version of the directory with the calendar that a desk proposes, and
                                signs it
              show              says what a version changes, who signed it and how many more must
              sign              adds the signature of one more officer to the version that show told of
              --directory FOLDER     the signed directory: 1.der, 2.der, …
              --genesis FINGERPRINT  SHA-256 of its first version, in hex, as compared in person
              --proposal FILE        what the desk wants, from the page of its contact point
              --version FILE         the next version, while officers sign it: of propose-calendar, or from the page
                                     that passes the Secretariat on
              --content FINGERPRINT  of the version that you read, as show prints it
              --keys FILE            the officer's keys (PKCS #12), --password-file FILE their password""";

    private final String verb;
    private final Map<String, String> values = new HashMap<>();

    DirectoryOptions(String... words) {
        this.verb = words.length == 0 ? "" : words[0];
        if (verb.isEmpty()) {
            throw wrong("Say what to do.");
        }
        for (int i = 1; i < words.length; i += 2) {
            if (i + 1 == words.length || values.put(words[i], words[i + 1]) != null) {
                throw wrong(words[i] + " needs one value.");
            }
        }
    }

    String verb() {
        return verb;
    }

    String text(String name) {
        String value = values.remove(name);
        if (value == null) {
            throw wrong(name + " is missing.");
        }
        return value;
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    void nothingElse() {
        if (!values.isEmpty()) {
            throw wrong("There is no " + String.join(", ", values.keySet()) + ".");
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + System.lineSeparator() + USAGE);
    }
}
