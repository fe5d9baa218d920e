package org.enlace.node.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Sight;
import org.enlace.node.recall.RecallOutcome.Before;
import org.enlace.node.recall.RecallOutcome.Done;
import org.enlace.node.recall.RecallOutcome.Point;
import org.enlace.node.recall.RecallOutcome.Refused;
import org.enlace.node.recall.RecallOutcome.Unseen;
import org.enlace.person.Answer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An officer destroys what a partner took back, and says so under their pseudonym. Who had opened it is taken from the
/// log; whether copies left the node is asked, and not believed against what the node knows.
@Component
class Attesting {
    private static final int ORDER_MAX = 120;
    private static final int NOTE_MAX = 2_000;

    private final CaseFiles files;
    private final CaseRecalls cases;
    private final Reach reach;
    private final AccessRules rules;
    private final RecallRows rows;
    private final RecalledHere here;
    private final RecallMail mail;
    private final AuditLog audit;

    Attesting(
            CaseFiles files,
            CaseRecalls cases,
            Reach reach,
            AccessRules rules,
            RecallRows rows,
            RecalledHere here,
            RecallMail mail,
            AuditLog audit) {
        this.files = files;
        this.cases = cases;
        this.reach = reach;
        this.rules = rules;
        this.rows = rows;
        this.here = here;
        this.mail = mail;
        this.audit = audit;
    }

    /// What a partner took back, if this officer may see that it was here.
    Optional<MessageEntry> recalled(MessageId id, Officer officer) {
        return files.find(id)
                .filter(message -> message.side() == Side.RECEIVED)
                .filter(message ->
                        message.recalled() != null || !rows.withdrawn(message).isEmpty())
                .filter(reach.sight(officer)::sees);
    }

    boolean mayAttest(MessageEntry message, Officer officer) {
        return rules.mayOpen(officer, Action.WORK_CASES) && !open(message).isEmpty();
    }

    @Transactional
    RecallOutcome attest(MessageId id, AttestForm form, Officer by) {
        var found = recalled(id, by);
        if (found.isEmpty()) {
            return new Unseen();
        }
        var message = cases.hold(found.get());
        var open = open(message);
        if (open.isEmpty()) {
            return new Before(message);
        }
        var points = against(message, form, outcomes(message));
        if (!points.isEmpty()) {
            audit.write(entry(by, "ATTEST", message, "REFUSED"));
            return new Refused(points);
        }
        var now = mail.now();
        var sealed = apply(message, form.outcome(), now);
        var how = sealed.recalled();
        var sealedAt = how == null ? null : how.sealedAt();
        var event = cases.record(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.RECALL_ANSWERED,
                null,
                null,
                by.id().value(),
                form.outcome(),
                now,
                now,
                new CaseEvent.Words(form.orderOrNull(), null, form.noteOrNull(), null)));
        var said = new Reply.Attested(
                form.outcome(), now, by.pseudonym(), Answer.valueOf(form.exported()), Answer.valueOf(form.passedOn()));
        for (var reply : open) {
            var recall = rows.one(reply.recall());
            mail.answer(recall, reply.answered(said, true, here.readers(message), sealedAt, event));
            if (how != null) {
                cases.settle(sealed, recall.end(), null, false);
            }
        }
        if (how == null) {
            cases.attested(sealed);
        }
        audit.write(entry(by, "ATTEST_" + form.outcome(), message, AuditEntry.DONE));
        return new Done(sealed);
    }

    /// What was taken back as a whole is sealed from here on, unless a life is at stake; of the rest nothing changes.
    private MessageEntry apply(MessageEntry message, String outcome, Instant now) {
        var known = message.recalled();
        if (known == null) {
            return message;
        }
        if (outcome.equals(AttestForm.KEPT_FOR_LIFE)) {
            return cases.reopen(message, new Recalled(known.reason(), known.at(), null));
        }
        var sealedAt = known.sealedAt() == null ? now : known.sealedAt();
        var sealed = cases.mark(message, new Recalled(known.reason(), known.at(), sealedAt));
        if (outcome.equals(AttestForm.DESTROYED)) {
            cases.destroy(sealed);
        }
        return sealed;
    }

    /// What an officer may say now, codes of list `recall-outcome`.
    List<String> outcomes(MessageEntry message) {
        if (open(message).stream().anyMatch(reply -> rows.one(reply.recall()).withdrawn() == null)) {
            return List.of(AttestForm.DESTROYED, AttestForm.KEPT);
        }
        return message.recalled() == null
                ? List.of(AttestForm.STOPPED, AttestForm.KEPT, AttestForm.KEPT_BY_LAW)
                : List.of(AttestForm.DESTROYED, AttestForm.KEPT, AttestForm.KEPT_BY_LAW, AttestForm.KEPT_FOR_LIFE);
    }

    private List<Reply> open(MessageEntry message) {
        return rows.of(Side.RECEIVED, message.partner(), message.givenId()).stream()
                .flatMap(recall -> rows.replies(recall.id()).stream())
                .filter(reply -> !reply.last())
                .toList();
    }

    private List<Point> against(MessageEntry message, AttestForm form, List<String> outcomes) {
        var points = new ArrayList<Point>();
        if (!outcomes.contains(form.outcome())) {
            points.add(Point.OUTCOME_MISSING);
        }
        if (form.outcome().equals(AttestForm.KEPT) && form.order().isBlank()) {
            points.add(Point.ORDER_MISSING);
        }
        if (form.order().length() > ORDER_MAX) {
            points.add(Point.ORDER_LONG);
        }
        if (!AttestForm.isAnswer(form.exported())) {
            points.add(Point.EXPORTED_MISSING);
        } else if (form.exported().equals(Answer.NO.name())
                && (cases.exported(message.id()) || here.handedOut(message))) {
            points.add(Point.EXPORTED_KNOWN);
        }
        if (!AttestForm.isAnswer(form.passedOn())) {
            points.add(Point.PASSED_ON_MISSING);
        } else if (form.passedOn().equals(Answer.NO.name()) && cases.forwarded(message.id())) {
            points.add(Point.PASSED_ON_KNOWN);
        }
        // Where copies are, or how the care goes on that had begun.
        var toSay = form.copies()
                || (message.recalled() != null && !message.sealed())
                || form.outcome().equals(AttestForm.KEPT_BY_LAW)
                || form.outcome().equals(AttestForm.KEPT_FOR_LIFE);
        if (toSay && form.note().isBlank()) {
            points.add(Point.NOTE_MISSING);
        }
        if (form.note().length() > NOTE_MAX) {
            points.add(Point.NOTE_LONG);
        }
        return points;
    }

    private static AuditEntry entry(Officer by, String act, MessageEntry message, String outcome) {
        var purpose = Sight.purpose(message.gist().type()).name();
        return new AuditEntry(by.pseudonym(), act, message.id().toString(), purpose, outcome);
    }
}
