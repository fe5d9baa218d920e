package org.enlace.node.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.envelope.Header;
import org.enlace.envelope.Verified;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.casefile.Side;
import org.enlace.person.ConsentPurpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A person no longer agrees. What these purposes opened is closed in the transaction that takes the word in, before
/// anybody acts; if nothing is left, the message is sealed. It beats whatever else happened to the message.
@Component
class WithdrawnHere {
    private final RecallRows rows;
    private final CaseFiles files;
    private final CaseRecalls cases;
    private final CaseReading reading;
    private final ConsentRelay relay;
    private final RecallMail mail;
    private final RecalledHere here;
    private final AuditLog audit;

    WithdrawnHere(
            RecallRows rows,
            CaseFiles files,
            CaseRecalls cases,
            CaseReading reading,
            ConsentRelay relay,
            RecallMail mail,
            RecalledHere here,
            AuditLog audit) {
        this.files = files;
        this.reading = reading;
        this.relay = relay;
        this.rows = rows;
        this.cases = cases;
        this.mail = mail;
        this.here = here;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(Verified<ConsentWithdrawal> arrived, Instant receivedAt) {
        var header = arrived.header();
        var at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        var recall = entry(header, arrived.message());
        var ours = ours(header, arrived.message());
        if (ours.isPresent()) {
            relay.everywhere(ours.get(), Objects.requireNonNull(recall.withdrawn()), recall.pseudonym(), null, at);
            return;
        }
        var message = cases.received(header.sender(), recall.given()).map(cases::hold);
        rows.add(recall, message.flatMap(reading::person).orElse(null));
        var awaited = here.awaited(recall, header, at);
        if (message.isEmpty()) {
            audit.write(AuditEntry.byNode("RECALLED_UNKNOWN", recall.given().toString()));
            mail.answer(recall, awaited.reported("NOT_HELD", true, at, Reply.NOBODY, null));
        } else {
            // To whom we passed it on ourselves; it is read here a last time for that.
            relay.everywhere(message.get(), Objects.requireNonNull(recall.withdrawn()), recall.pseudonym(), null, at);
            mail.answer(recall, take(recall, message.get(), awaited, at));
        }
    }

    /// The message of ours that the sender has: the person said there what it tells us, and we tell all others who
    /// have it.
    private Optional<MessageEntry> ours(Header header, ConsentWithdrawal withdrawal) {
        return files.find(withdrawal.of())
                .filter(message -> message.side() == Side.SENT)
                .filter(message -> cases.recipients(message.id()).contains(header.sender()))
                .map(cases::hold);
    }

    private Reply take(RecallEntry recall, MessageEntry message, Reply awaited, Instant at) {
        var all = rows.withdrawn(message);
        cases.record(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.CONSENT_TAKEN_BACK,
                recall.partner(),
                null,
                recall.pseudonym(),
                String.join(",", Objects.requireNonNull(recall.withdrawn()).purposes()),
                recall.at(),
                at,
                CaseEvent.Words.NONE));
        if (ConsentPurpose.endsAll(all) || message.recalled() != null) {
            return seal(recall, message, awaited, at);
        }
        cases.close(message, all, true);
        audit.write(AuditEntry.byNode("CONSENT_NARROWED", message.id().toString()));
        return awaited.reported("CLOSED", false, at, here.readers(message), null);
    }

    private Reply seal(RecallEntry recall, MessageEntry message, Reply awaited, Instant at) {
        var known = message.recalled();
        var sealedAt = known == null || known.sealedAt() == null ? at : known.sealedAt();
        var sealed = cases.mark(message, new Recalled(Recalled.CONSENT, recall.at(), sealedAt));
        cases.settle(sealed, recall.end(), awaited.due(), true);
        audit.write(AuditEntry.byNode("SEAL", message.id().toString()));
        return awaited.reported("SEALED", false, at, here.readers(message), sealedAt);
    }

    private RecallEntry entry(Header header, ConsentWithdrawal withdrawal) {
        return new RecallEntry(
                UUID.randomUUID(),
                Side.RECEIVED,
                header.sender(),
                withdrawal.of(),
                Recalled.CONSENT,
                here.subject(header),
                header.about().caseRef(),
                header.mode(),
                withdrawal.desk(),
                header.sentAt(),
                new Withdrawn(
                        withdrawal.purposes(),
                        withdrawal.on(),
                        withdrawal.language(),
                        withdrawal.interpreter(),
                        header.sender()));
    }
}
