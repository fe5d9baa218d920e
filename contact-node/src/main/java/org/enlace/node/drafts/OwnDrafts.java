package org.enlace.node.drafts;

import java.util.UUID;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Unseen;
import org.springframework.stereotype.Component;

/// A draft for the one who writes it. Nothing of it is read while they may not write such messages, or not see what it
/// is about.
@Component
class OwnDrafts {
    private final DraftDesk desk;
    private final ClosedDrafts closed;

    OwnDrafts(DraftDesk desk, ClosedDrafts closed) {
        this.desk = desk;
        this.closed = closed;
    }

    /// A draft of the officer's own.
    sealed interface Own {
        record Open(Draft draft) implements Own {}

        /// @param draft of which nothing is shown
        record Closed(Draft draft, ClosedDrafts.Why why) implements Own {}
    }

    /// @throws Unseen if this officer has none of this id, or has sent it and may not write such messages any more
    Own look(UUID id, Officer officer) {
        var draft = desk.kept(id, officer).orElseThrow(Unseen::new);
        var why = closed.why(draft, officer);
        if (why.isEmpty()) {
            return new Own.Open(desk.find(id, officer).orElseThrow(Unseen::new));
        }
        if (draft.sent()) {
            throw new Unseen();
        }
        return new Own.Closed(draft, why.get());
    }

    /// @throws Unseen if there is none, or it is closed to this officer
    Draft find(UUID id, Officer officer) {
        return switch (look(id, officer)) {
            case Own.Open(var draft) -> draft;
            case Own.Closed _ -> throw new Unseen();
        };
    }

    /// The same, while it can still be changed.
    ///
    /// @throws Unseen also if it waits for a second person, or was sent
    Draft open(UUID id, Officer officer) {
        var draft = find(id, officer);
        if (draft.sent() || draft.waiting()) {
            throw new Unseen();
        }
        return draft;
    }
}
