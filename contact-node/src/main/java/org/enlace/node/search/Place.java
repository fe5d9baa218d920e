package org.enlace.node.search;

import java.time.Instant;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;

/// Where a page of a list ends: a time, and what tells apart what happened then.
record Place(Instant at, String key) {
    static final Place TOP = new Place(Instant.parse("9999-01-01T00:00:00Z"), "00000000-0000-0000-0000-000000000000");

    private static final int MICROS = 1_000_000;

    /// Its form in an address: microseconds since 1970, a dot, the key.
    String code() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "." + key;
    }

    /// @throws Unseen if it is of another form
    static Place of(@Nullable String code, String key) {
        if (code == null || code.isEmpty()) {
            return TOP;
        }
        var parts = code.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,17}") || !parts[1].matches(key)) {
            throw new Unseen();
        }
        var micros = Long.parseLong(parts[0]);
        return new Place(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), parts[1]);
    }
}
