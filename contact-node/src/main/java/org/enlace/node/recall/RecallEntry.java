package org.enlace.node.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.lifecycle.RecallReason;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;

/// One recall, ours or a partner's.
///
/// @param partner whose message it is
/// @param given the id by which its owner knows it; such a message need not be here
/// @param reason code of list `recall-reason`
/// @param subject of the topic on which it travels, that of the message
/// @param pseudonym of who recalled it
/// @param at when its owner recalled it, by its clock
record RecallEntry(
        UUID id,
        Side side,
        NodeId partner,
        MessageId given,
        String reason,
        TopicSubject subject,
        @Nullable CaseReference caseRef,
        Mode mode,
        String pseudonym,
        Instant at) {

    RecallEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    RecallReason why() {
        return RecallReason.of(reason);
    }
}
