package org.enlace.node.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
                .filter(message -> message.side() == Side.RECEIVED && message.recalled() != null)
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
        var points = against(message, form);
        if (!points.isEmpty()) {
            audit.write(entry(by, "ATTEST", message, "REFUSED"));
            return new Refused(points);
        }
        var now = mail.now();
        var known = Objects.requireNonNull(message.recalled());
        var sealedAt = known.sealedAt() == null ? now : known.sealedAt();
        var sealed = cases.mark(message, new Recalled(known.reason(), known.at(), sealedAt));
        if (form.outcome().equals(AttestForm.DESTROYED)) {
            cases.destroy(sealed);
        }
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
        var how = new Reply.Attested(
                form.outcome(), now, by.pseudonym(), Answer.valueOf(form.exported()), Answer.valueOf(form.passedOn()));
        for (var reply : open) {
            var recall = rows.one(reply.recall());
            mail.answer(recall, reply.answered(how, true, here.readers(message), sealedAt, event));
            cases.settle(sealed, recall.why().end(), null, false);
        }
        audit.write(entry(by, "ATTEST_" + form.outcome(), message, AuditEntry.DONE));
        return new Done(sealed);
    }

    private List<Reply> open(MessageEntry message) {
        return rows.of(Side.RECEIVED, message.partner(), message.givenId()).stream()
                .flatMap(recall -> rows.replies(recall.id()).stream())
                .filter(reply -> !reply.last())
                .toList();
    }

    private List<Point> against(MessageEntry message, AttestForm form) {
        var points = new ArrayList<Point>();
        if (!form.outcome().equals(AttestForm.DESTROYED) && !form.outcome().equals(AttestForm.KEPT)) {
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
        }
        if (!AttestForm.isAnswer(form.passedOn())) {
            points.add(Point.PASSED_ON_MISSING);
        } else if (form.passedOn().equals(Answer.NO.name()) && cases.forwarded(message.id())) {
            points.add(Point.PASSED_ON_KNOWN);
        }
        // Where copies are, or how the care goes on that had begun.
        var toSay = form.copies() || !message.sealed();
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
