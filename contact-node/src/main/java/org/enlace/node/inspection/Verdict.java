package org.enlace.node.inspection;

import java.util.Set;

/// What was found in a file.
public sealed interface Verdict {

    /// It may travel, as it is after cleaning.
    record Fit(FileKind kind, Cleaned cleaned, Set<Remainder> remains) implements Verdict {
        public Fit {
            remains = Set.copyOf(remains);
        }
    }

    record Unfit(Reason reason) implements Verdict {}

    enum Reason {
        /// Nothing in it.
        EMPTY,
        /// None of [FileKind].
        KIND,
        /// It begins as one of them, and does not go on as such.
        BROKEN,
        /// A picture of more than 40 million points.
        TOO_MANY_PIXELS,
        /// A document that can run a program, or has one in it.
        PROGRAM_INSIDE,
        /// A second file is hidden in it.
        TWO_FILES
    }
}
