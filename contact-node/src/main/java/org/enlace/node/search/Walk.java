package org.enlace.node.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;

/// Goes along the rows of one word, newest first, until there is enough to show or enough was looked at. Only rows that
/// lead to what the reader sees count, and where it stops is the place of one of them: so neither that place, nor how
/// long it took, tells of anything else.
///
/// @param show how many are wanted
/// @param first how many rows are looked at for a beginning
/// @param atMost how many rows are looked at
record Walk(int show, int first, int atMost) {
    /// How many of the last rows are asked whether the reader sees them still. Nearly always all do.
    private static final int ASKED = 20;

    /// @param found what it leads to if that is all that was wanted
    record Row(String id, Instant at, @Nullable MessageId found) {
        Place place() {
            return new Place(at, id);
        }
    }

    interface Rows {
        /// @param before in the order in which they are shown
        List<Row> next(Place before, int limit);

        /// Those of these ids that the reader sees.
        Set<String> seen(List<String> ids);
    }

    Walked<Row> along(Rows rows, Place before) {
        var found = new ArrayList<Row>();
        var place = before;
        var limit = first;
        var looked = 0;
        while (true) {
            var next = rows.next(place, limit);
            next.stream()
                    .filter(row -> row.found() != null)
                    .limit(show - found.size())
                    .forEach(found::add);
            if (found.size() == show || next.size() < limit) {
                return new Walked<>(found, null);
            }
            looked += next.size();
            place = next.getLast().place();
            limit = Math.max(first, atMost - looked);
            var stopped = looked < atMost ? Optional.<Place>empty() : lastSeen(rows, next);
            if (stopped.isPresent()) {
                return new Walked<>(found, stopped.get());
            }
        }
    }

    /// Somebody may have been shut out since the rows were written.
    private static Optional<Place> lastSeen(Rows rows, List<Row> looked) {
        var last = looked.subList(Math.max(0, looked.size() - ASKED), looked.size());
        var seen = rows.seen(last.stream().map(Row::id).toList());
        return last.reversed().stream()
                .filter(row -> seen.contains(row.id()))
                .map(Row::place)
                .findFirst();
    }
}
