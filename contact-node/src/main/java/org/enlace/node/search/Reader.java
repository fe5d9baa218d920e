package org.enlace.node.search;

import java.util.List;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Readers;
import org.enlace.node.casefile.Sight;
import org.springframework.stereotype.Component;

/// For whom something is looked for.
///
/// @param readers by which rows are walked along: those that lead to what the sight sees
record Reader(Sight sight, List<String> readers) {
    Reader {
        readers = List.copyOf(readers);
    }

    /// Knows them.
    @Component
    record All(Reach reach, Readers words) {
        Reader of(Officer officer) {
            return new Reader(reach.sight(officer), words.of(officer));
        }
    }
}
