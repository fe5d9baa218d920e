package org.enlace.node.casefile;

import java.time.Instant;

/// One case in the list of cases.
///
/// @param first the first message of it that the reader may see
record CaseLine(MessageEntry first, Instant changedAt) {

    Place place() {
        return new Place(changedAt, first.reference().value());
    }

    /// Where a page of the list ends.
    record Place(Instant changedAt, String reference) {
        static final Place TOP = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

        /// Its form in an address: microseconds since 1970, a dot, the reference.
        String code() {
            return changedAt.getEpochSecond() * 1_000_000 + changedAt.getNano() / 1000 + "." + reference;
        }

        /// @throws IllegalArgumentException if it is of another form
        static Place parse(String code) {
            var parts = code.split("\\.", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,17}") || !parts[1].matches("[A-Z0-9-]{14}")) {
                throw new IllegalArgumentException("Not a place in the list of cases");
            }
            var micros = Long.parseLong(parts[0]);
            return new Place(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000), parts[1]);
        }
    }
}
