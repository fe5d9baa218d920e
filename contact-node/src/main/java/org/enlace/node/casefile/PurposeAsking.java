package org.enlace.node.casefile;

import java.util.List;
import java.util.Optional;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks officers what they open a message for.
@Component
class PurposeAsking {
    private final CaseMessages messages;
    private final StatedPurposes purposes;
    private final Reach reach;
    private final TransactionTemplate transaction;

    PurposeAsking(CaseMessages messages, StatedPurposes purposes, Reach reach, TransactionTemplate transaction) {
        this.messages = messages;
        this.purposes = purposes;
        this.reach = reach;
        this.transaction = transaction;
    }

    /// @param choices codes of list `purpose`, at least two
    record Asked(MessageEntry message, List<String> choices) {}

    /// Empty if the message is not there for this officer, or if there is nothing to choose.
    Optional<Asked> asked(MessageId message, Officer officer) {
        return messages.find(message)
                .filter(entry -> reach.reads(officer, entry))
                .map(entry -> new Asked(entry, purposes.choices(entry)))
                .filter(asked -> !asked.choices().isEmpty());
    }

    /// @return whether the sender allows it for that
    boolean state(Asked asked, String purpose, Officer officer) {
        try {
            return keep(asked, purpose, officer);
        } catch (DuplicateKeyException e) {
            // Pressed twice at the same moment: the first is there now.
            return keep(asked, purpose, officer);
        }
    }

    private boolean keep(Asked asked, String purpose, Officer officer) {
        return Boolean.TRUE.equals(transaction.execute(_ -> purposes.state(asked.message(), purpose, officer)));
    }
}
