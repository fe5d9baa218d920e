package org.enlace.broker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Words of a command line: one verb, then `--name value` as often as needed. What is wrong is answered with the usage.
final class Options {
    private final String usage;
    private final String first;
    private final Map<String, String> values = new HashMap<>();

    Options(String usage, String... words) {
        this.usage = usage;
        this.first = words.length == 0 ? "" : words[0];
        for (int i = 1; i < words.length; i += 2) {
            if (i + 1 == words.length || values.put(words[i], words[i + 1]) != null) {
                throw wrong(words[i] + " needs one value.");
            }
        }
    }

    <E extends Enum<E>> E verb(Class<E> verbs) {
        for (E verb : verbs.getEnumConstants()) {
            if (verb.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(first)) {
                return verb;
            }
        }
        throw wrong(first.isEmpty() ? "Say what to do." : "There is no " + first + ".");
    }

    String text(String name) {
        String value = values.remove(name);
        if (value == null) {
            throw wrong(name + " is missing.");
        }
        return value;
    }

    int number(String name, int otherwise) {
        String value = values.remove(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw wrong(name + " is a number.");
        }
    }

    void nothingElse() {
        if (!values.isEmpty()) {
            throw wrong("There is no " + String.join(", ", values.keySet()) + ".");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + System.lineSeparator() + usage);
    }
}
