package org.enlace.node.recall;

import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes a message back once, however many ask at the same moment.
@Component
class RecallActs {
    private final Recalling recalling;

    RecallActs(Recalling recalling) {
        this.recalling = recalling;
    }

    RecallOutcome recall(MessageId id, String reason, Officer by) {
        try {
            return recalling.recall(id, reason, by);
        } catch (DuplicateKeyException e) {
            // A colleague was first by a moment; what is there now is theirs.
            return recalling.recall(id, reason, by);
        }
    }
}
