package org.enlace.node.drafts;

import java.util.UUID;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Target;
import org.enlace.node.web.Unseen;
import org.springframework.stereotype.Component;

/// A draft for the one who writes it, as long as they may write such messages.
@Component
class OwnDrafts {
    private final DraftDesk desk;
    private final Families families;
    private final AccessRules rules;

    OwnDrafts(DraftDesk desk, Families families, AccessRules rules) {
        this.desk = desk;
        this.families = families;
        this.rules = rules;
    }

    /// @throws Unseen if there is none, or not for this officer
    Draft find(UUID id, Officer officer) {
        return desk.find(id, officer)
                .filter(draft -> rules.decide(
                                officer,
                                families.of(draft.type()).writing(),
                                new Target.OwnedBy(draft.owner()),
                                Purpose.INVESTIGATION)
                        .allowed())
                .orElseThrow(Unseen::new);
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
