package org.enlace.node.recall;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.RecallReason;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;

/// One recall, or one withdrawal of a consent, ours or a partner's.
///
/// @param partner whose message it is
/// @param given the id by which its owner knows it; such a message need not be here
/// @param reason code of list `recall-reason`, [Recalled#CONSENT] if the person took something back and not its owner
/// @param subject of the topic on which it travels, that of the message
/// @param pseudonym of who recalled it
/// @param at when its owner recalled it, by its clock
/// @param withdrawn null for what its owner takes back
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
        Instant at,
        @Nullable Withdrawn withdrawn) {
    private static final Duration ATTEST_WITHIN = Duration.ofHours(24);

    RecallEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /// Why its owner takes it back; empty if a person does.
    Optional<RecallReason> why() {
        return withdrawn == null ? Optional.of(RecallReason.of(reason)) : Optional.empty();
    }

    /// Whether we tell others and hear what they did; otherwise the owner of the message told us, and we answer.
    boolean asks() {
        return side == Side.SENT || (withdrawn != null && !partner.equals(withdrawn.toldBy()));
    }

    /// What becomes of the message once it was attested.
    BusinessState end() {
        return why().map(RecallReason::end).orElse(BusinessState.CONSENT_WITHDRAWN);
    }

    Duration attestWithin() {
        return why().map(RecallReason::attestWithin).orElse(ATTEST_WITHIN);
    }
}
