package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.web.FieldPoint;

/// What became of handing items over: all of them, or none.
sealed interface HandoverOutcome {
    record Offered(List<Handover> offers) implements HandoverOutcome {
        public Offered {
            offers = List.copyOf(offers);
        }
    }

    /// @param wrongs everything that stands against it
    record Refused(List<Wrong> wrongs) implements HandoverOutcome {
        public Refused {
            wrongs = List.copyOf(wrongs);
        }
    }

    /// There is no such holder, or not for this officer.
    record Unseen() implements HandoverOutcome {}

    /// @param line of what was asked, from 0; -1 if it is about the whole
    record Wrong(int line, Point point) {}

    /// Why it is refused.
    enum Point implements FieldPoint {
        NOTHING_HANDED_OVER("items"),
        TOO_MANY_HANDED_OVER("items"),
        /// The same item twice.
        HANDED_OVER_TWICE("item"),
        /// It does not wait any more, or somebody else has it now.
        HANDOVER_MOVED_ON("item"),
        TAKER_MISSING("to"),
        /// No officer of ours who has access, may see the case and may work on it.
        TAKER_UNKNOWN("to"),
        TAKER_HAS_IT("to"),
        HANDOVER_NOTE_LONG("note"),
        /// The message is sealed, and no words are kept about it.
        HANDOVER_NOTE_SEALED("note");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }
}
