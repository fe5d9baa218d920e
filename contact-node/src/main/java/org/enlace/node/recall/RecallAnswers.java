package org.enlace.node.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.enlace.envelope.Verified;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.NodeId;
import org.enlace.message.RecallAttestation;
import org.enlace.node.audit.AuditSummary;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the recipients say of what we took back: first their nodes, then their officers.
@Component
class RecallAnswers {
    /// After one of these nothing more is to come.
    private static final Set<String> LAST =
            Set.of("DESTROYED", "KEPT", "NOT_HELD", "STOPPED", "KEPT_BY_LAW", "KEPT_FOR_LIFE");
    private static final String IN_CARE = "IN_CARE";

    private final RecallRows rows;
    private final CaseFiles files;
    private final CaseRecalls cases;
    private final Deliveries deliveries;

    RecallAnswers(RecallRows rows, CaseFiles files, CaseRecalls cases, Deliveries deliveries) {
        this.rows = rows;
        this.files = files;
        this.cases = cases;
        this.deliveries = deliveries;
    }

    /// @throws UnknownMessage if we asked nothing of that partner by that message
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(Verified<RecallAttestation> arrived, Instant receivedAt) {
        var answer = arrived.message();
        var partner = arrived.header().sender();
        var reply = rows.lock(answer.of(), partner).orElseThrow(() -> new UnknownMessage(answer.of()));
        var recall = rows.one(reply.recall());
        var message = cases.hold(files.find(recall.given()).orElseThrow());
        var event = cases.record(event(message, partner, answer, receivedAt));
        if (reply.last()) {
            // Its first final word counts.
            return;
        }
        var how = new Reply.Attested(
                answer.outcome(),
                answer.at().truncatedTo(ChronoUnit.MICROS),
                answer.desk(),
                answer.exported(),
                answer.passedOn());
        var sealedAt = answer.sealedAt();
        rows.save(reply.answered(how, LAST.contains(answer.outcome()), readers(answer), micros(sealedAt), event)
                .owed(false));
        if (sealedAt != null || (message.recalled() != null && LAST.contains(answer.outcome()))) {
            deliveries.recalled(message.id(), partner);
        }
        settle(recall, message);
    }

    private void settle(RecallEntry recall, MessageEntry message) {
        if (message.recalled() == null) {
            cases.attested(message);
            return;
        }
        var open = rows.replies(recall.id()).stream()
                .filter(reply -> !reply.last())
                .toList();
        var due = open.stream().map(Reply::due).min(Comparator.naturalOrder()).orElse(null);
        cases.settle(message, state(recall, open), due, false);
    }

    private static BusinessState state(RecallEntry recall, List<Reply> open) {
        return open.stream().map(Reply::outcome).anyMatch(IN_CARE::equals)
                ? BusinessState.WITHDRAWAL_REQUESTED
                : recall.end();
    }

    private static CaseEvent event(MessageEntry message, NodeId partner, RecallAttestation answer, Instant receivedAt) {
        return new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.RECALL_ANSWERED,
                partner,
                null,
                answer.desk(),
                answer.outcome(),
                answer.at(),
                receivedAt,
                new CaseEvent.Words(answer.order(), null, answer.note(), null));
    }

    private static AuditSummary readers(RecallAttestation answer) {
        return new AuditSummary(
                Math.max(0, answer.readers()), micros(answer.firstReadAt()), micros(answer.lastReadAt()));
    }

    private static @Nullable Instant micros(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
