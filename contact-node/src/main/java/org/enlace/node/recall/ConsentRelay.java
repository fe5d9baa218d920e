package org.enlace.node.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Sight;
import org.enlace.person.ConsentPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends what a person took back in every message of the case that is about them, whoever may see it, and tells it
/// to all who received one of ours and to whoever sent us one: the person says it once, wherever they are. Nothing
/// is told twice.
@Component
class ConsentRelay {
    private final CaseReading reading;
    private final CaseRecalls cases;
    private final RecallRows rows;
    private final RecallMail mail;
    private final AuditLog audit;

    ConsentRelay(CaseReading reading, CaseRecalls cases, RecallRows rows, RecallMail mail, AuditLog audit) {
        this.reading = reading;
        this.cases = cases;
        this.rows = rows;
        this.mail = mail;
        this.audit = audit;
    }

    /// @param message one about the person, held
    /// @param pseudonym of who recorded it for the person, here or elsewhere
    /// @param by the same, if it was an officer of ours
    /// @return whether there was anything new in it
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean everywhere(
            MessageEntry message, Withdrawn said, String pseudonym, @Nullable Officer by, Instant now) {
        var person = reading.person(message).orElse(null);
        var told = reading.aboutSamePerson(message).stream()
                .filter(other -> !other.consentEnded())
                // Of its own messages whoever tells us speaks itself, one by one.
                .filter(other -> other.side() == Side.SENT || !other.partner().equals(said.toldBy()))
                .filter(other -> ends(other, person, said, pseudonym, by, now))
                .toList();
        return !told.isEmpty();
    }

    private boolean ends(
            MessageEntry message,
            @Nullable String person,
            Withdrawn said,
            String pseudonym,
            @Nullable Officer by,
            Instant now) {
        var before = rows.withdrawn(message);
        var purposes = new ArrayList<>(new TreeSet<>(said.purposes()));
        purposes.removeAll(before);
        if (purposes.isEmpty()) {
            return false;
        }
        var recall = new RecallEntry(
                UUID.randomUUID(),
                message.side(),
                message.partner(),
                message.givenId(),
                Recalled.CONSENT,
                message.gist().type().subject().orElseThrow(),
                message.reference(),
                message.mode(),
                pseudonym,
                now,
                said.only(purposes));
        rows.add(recall, person);
        var awaited = awaited(recall, message, now);
        awaited.forEach(rows::add);
        cases.record(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.CONSENT_TAKEN_BACK,
                said.toldBy(),
                null,
                by == null ? pseudonym : by.id().value(),
                String.join(",", purposes),
                now,
                now,
                CaseEvent.Words.NONE));
        mail.ask(recall, awaited);
        before.addAll(purposes);
        apply(message, before, said.toldBy(), now.plus(recall.attestWithin()), now);
        var purpose = Sight.purpose(message.gist().type()).name();
        var id = message.id().toString();
        audit.write(
                by == null
                        ? AuditEntry.byNode("WITHDRAW_CONSENT", id)
                        : new AuditEntry(by.pseudonym(), "WITHDRAW_CONSENT", id, purpose, AuditEntry.DONE));
        return true;
    }

    private List<Reply> awaited(RecallEntry recall, MessageEntry message, Instant now) {
        return message.side() == Side.SENT
                ? cases.recipients(message.id()).stream()
                        .map(to -> Reply.awaited(recall.id(), to, now.plus(recall.attestWithin())))
                        .toList()
                : List.of(Reply.told(recall.id(), message.partner(), now));
    }

    /// @param all what was taken back of it, now and before
    private void apply(MessageEntry message, Set<String> all, @Nullable NodeId toldBy, Instant due, Instant now) {
        var urgent = toldBy != null;
        if (!ConsentPurpose.endsAll(all) && message.recalled() == null) {
            cases.close(message, all, urgent);
            return;
        }
        var ours = message.side() == Side.SENT;
        var known = message.recalled();
        var sealedAt = ours ? null : known == null || known.sealedAt() == null ? now : known.sealedAt();
        var marked = cases.mark(message, new Recalled(Recalled.CONSENT, now, sealedAt));
        cases.settle(marked, BusinessState.CONSENT_WITHDRAWN, ours ? due : null, urgent);
        if (sealedAt != null) {
            audit.write(AuditEntry.byNode("SEAL", message.id().toString()));
        }
    }
}
