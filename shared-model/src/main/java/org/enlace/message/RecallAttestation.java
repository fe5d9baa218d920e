package org.enlace.message;

import java.time.Instant;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;

/// What became of a message that was taken back: first in the words of the recipient's node, then in those of a person.
///
/// @param of the recall that is answered
/// @param outcome code of list `recall-outcome`
/// @param at when it was so, by the clock of the node that answers
/// @param desk pseudonym of desk or officer, `node` when no person says it
/// @param readers how many persons had opened a part of it, by the log of the node and not by anybody's word
/// @param firstReadAt when the first did, null if nobody
/// @param lastReadAt when it was last opened, null if never
/// @param sealedAt since when nobody can open it, null while somebody can
/// @param exported whether a copy left the node, null when no person says it
/// @param passedOn whether its content was passed on, null when no person says it
/// @param order number of the court order under which it is kept, with `KEPT`
/// @param note where copies are and what is done about them, at most 2,000 characters, no names
public record RecallAttestation(
        MessageId of,
        String outcome,
        Instant at,
        String desk,
        int readers,
        @Nullable Instant firstReadAt,
        @Nullable Instant lastReadAt,
        @Nullable Instant sealedAt,
        @Nullable Answer exported,
        @Nullable Answer passedOn,
        @Nullable String order,
        @Nullable String note)
        implements Message {

    @Override
    public MessageType type() {
        return MessageType.RECALL_ATTESTATION;
    }
}
