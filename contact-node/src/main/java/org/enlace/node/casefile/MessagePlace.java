package org.enlace.node.casefile;

import java.time.Instant;
import java.util.UUID;

/// Where a page of the list of messages ends.
record MessagePlace(Instant at, UUID message) {
    static final MessagePlace TOP = new MessagePlace(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private static final int MICROS = 1_000_000;

    /// Its form in an address: microseconds since 1970, a dot, the id.
    String code() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "." + message;
    }

    /// @throws IllegalArgumentException if it is of another form
    static MessagePlace parse(String code) {
        var parts = code.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,17}") || !parts[1].matches("[0-9a-f-]{36}")) {
            throw new IllegalArgumentException("Not a place in the list of messages");
        }
        var micros = Long.parseLong(parts[0]);
        return new MessagePlace(
                Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), UUID.fromString(parts[1]));
    }
}
