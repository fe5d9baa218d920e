package org.enlace.node.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Header;
import org.enlace.envelope.Verified;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.RecallReason;
import org.enlace.message.Recall;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.audit.AuditSummary;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.casefile.Side;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A partner takes back what it sent. The message is sealed in the transaction that takes the recall in, before anybody
/// acts, and the partner is told by the node who had opened it; the desk gets it to attest.
@Component
class RecalledHere {
    private static final String SHOWN = "SHOW_";
    private static final String FILE_OPENED = "OPEN_FILE";

    private final RecallRows rows;
    private final CaseRecalls cases;
    private final RecallMail mail;
    private final CurrentDirectory directory;
    private final AuditLog audit;

    RecalledHere(RecallRows rows, CaseRecalls cases, RecallMail mail, CurrentDirectory directory, AuditLog audit) {
        this.rows = rows;
        this.cases = cases;
        this.mail = mail;
        this.directory = directory;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recalled(Verified<Recall> arrived, Instant receivedAt) {
        var header = arrived.header();
        var at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        var given = arrived.message().of();
        // Only what this sender sent under that id: of anybody else's messages it takes none back.
        var message = cases.received(header.sender(), given).map(cases::hold);
        var before = message.isEmpty() ? Optional.<Reply>empty() : lastWord(header, arrived.message());
        var recall = entry(header, arrived.message());
        rows.add(recall);
        var awaited = awaited(recall, header, at);
        if (message.isEmpty()) {
            audit.write(AuditEntry.byNode("RECALLED_UNKNOWN", given.toString()));
            mail.answer(recall, awaited.reported("NOT_HELD", true, at, Reply.NOBODY, null));
        } else if (before.isPresent()) {
            // It was recalled twice, and a person has attested already: that is the answer to this one too.
            mail.answer(recall, repeated(awaited, before.get()));
        } else {
            mail.answer(recall, take(recall, message.get(), awaited, at));
        }
    }

    /// Until when a person here has to say what was done about it.
    Reply awaited(RecallEntry recall, Header header, Instant at) {
        var awaited = Reply.awaited(recall.id(), header.sender(), at.plus(recall.attestWithin()))
                .asked(header.msgId(), header.sentAt())
                .owed(true);
        rows.add(awaited);
        return awaited;
    }

    private Reply take(RecallEntry recall, MessageEntry message, Reply awaited, Instant at) {
        var why = RecallReason.of(recall.reason());
        var accepted = cases.accepted(message.id(), null).orElse(null);
        var sealing = why.sealsAtOnce(recall.at(), accepted);
        var known = message.recalled();
        var sealedAt = message.sealed() && known != null ? known.sealedAt() : sealing ? at : null;
        // What the person ended stays ended by the person.
        var ended = message.consentEnded();
        var reason = ended ? Recalled.CONSENT : recall.reason();
        var marked = cases.mark(message, new Recalled(reason, recall.at(), sealedAt));
        cases.record(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.RECALLED,
                recall.partner(),
                null,
                recall.pseudonym(),
                recall.reason(),
                recall.at(),
                at,
                CaseEvent.Words.NONE));
        var end = ended ? BusinessState.CONSENT_WITHDRAWN : why.end(recall.at(), accepted);
        cases.settle(marked, end, awaited.due(), true);
        audit.write(AuditEntry.byNode(
                sealedAt == null ? "RECALL_ASKED" : "SEAL", message.id().toString()));
        return awaited.reported(sealedAt == null ? "IN_CARE" : "SEALED", false, at, readers(message), sealedAt);
    }

    /// Who opened a part of it, as the log has it.
    AuditSummary readers(MessageEntry message) {
        return audit.summary(message.id().toString(), SHOWN, FILE_OPENED);
    }

    /// Whether somebody opened one of its files, which is then where the browser or the program put it.
    boolean handedOut(MessageEntry message) {
        return audit.summary(message.id().toString(), FILE_OPENED, FILE_OPENED).persons() > 0;
    }

    private Optional<Reply> lastWord(Header header, Recall recall) {
        return rows.of(Side.RECEIVED, header.sender(), recall.of()).stream()
                .filter(one -> one.withdrawn() == null)
                .flatMap(one -> rows.replies(one.id()).stream())
                .filter(Reply::last)
                .filter(reply -> !"NOT_HELD".equals(reply.outcome()))
                .findFirst();
    }

    private static Reply repeated(Reply awaited, Reply before) {
        return new Reply(
                awaited.recall(),
                awaited.other(),
                awaited.request(),
                awaited.askedAt(),
                awaited.due(),
                before.outcome(),
                true,
                before.answeredAt(),
                before.desk(),
                before.readers(),
                before.sealedAt(),
                before.exported(),
                before.passedOn(),
                before.event(),
                true);
    }

    private RecallEntry entry(Header header, Recall recall) {
        return new RecallEntry(
                UUID.randomUUID(),
                Side.RECEIVED,
                header.sender(),
                recall.of(),
                recall.reason(),
                subject(header),
                header.about().caseRef(),
                header.mode(),
                recall.desk(),
                header.sentAt(),
                null);
    }

    /// The answer goes out on the topic of ours with the subject of theirs.
    TopicSubject subject(Header header) {
        return directory
                .current()
                .member(header.sender())
                .flatMap(member -> member.topics().entrySet().stream()
                        .filter(topic -> topic.getValue().equals(header.topic()))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("The directory lists no topic of " + header.sender()
                        + " on which its recall " + header.msgId() + " came"))
                .getKey();
    }
}
