package org.enlace.node.recall;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlace.lifecycle.RecallReason;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Labels;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what this contact point sent, at every one of its recipients, once.
@Component
class Recalling {
    private static final String REASONS = "recall-reason";

    private final CaseFiles files;
    private final CaseRecalls cases;
    private final Reach reach;
    private final AccessRules rules;
    private final RecallRows rows;
    private final RecallMail mail;
    private final Labels labels;
    private final AuditLog audit;

    Recalling(
            CaseFiles files,
            CaseRecalls cases,
            Reach reach,
            AccessRules rules,
            RecallRows rows,
            RecallMail mail,
            Labels labels,
            AuditLog audit) {
        this.files = files;
        this.cases = cases;
        this.reach = reach;
        this.rules = rules;
        this.rows = rows;
        this.mail = mail;
        this.labels = labels;
        this.audit = audit;
    }

    /// A message of ours that this officer may see, recalled or not.
    Optional<MessageEntry> ours(MessageId id, Officer officer) {
        return files.find(id).filter(message -> message.side() == Side.SENT).filter(reach.sight(officer)::sees);
    }

    /// Whoever signed it off, or a supervisor.
    boolean mayRecall(MessageEntry message, Officer officer) {
        return message.side() == Side.SENT
                && rules.mayOpen(officer, Action.RECALL)
                && (officer.is(Role.SUPERVISOR) || officer.id().value().equals(message.author()));
    }

    /// @param reason code of list `recall-reason`
    /// @throws org.springframework.dao.DuplicateKeyException if a colleague does so at the same moment
    @Transactional
    RecallOutcome recall(MessageId id, String reason, Officer by) {
        var found = ours(id, by);
        if (found.isEmpty()) {
            return new Unseen();
        }
        var message = cases.hold(found.get());
        if (!mayRecall(message, by)) {
            audit.write(entry(by, "RECALL", message, "REFUSED"));
            return new Refused(List.of(Point.NOT_YOURS));
        }
        if (!labels.inUse(REASONS, reason)) {
            return new Refused(List.of(Point.REASON_UNKNOWN));
        }
        if (message.recalled() != null) {
            return new Before(message);
        }
        return new Done(recall(message, reason, by));
    }

    private MessageEntry recall(MessageEntry message, String reason, Officer by) {
        var now = mail.now();
        var why = RecallReason.of(reason);
        var due = now.plus(why.attestWithin());
        // Of two at once, the second fails on the key.
        var recall = new RecallEntry(
                message.id().value(),
                Side.SENT,
                message.partner(),
                message.id(),
                reason,
                message.readAs().subject().orElseThrow(),
                message.reference(),
                message.mode(),
                by.pseudonym(),
                now,
                null);
        rows.add(recall);
        var awaited = cases.recipients(message.id()).stream()
                .map(to -> Reply.awaited(recall.id(), to, due))
                .toList();
        awaited.forEach(rows::add);
        var marked = cases.mark(message, new Recalled(reason, now, null));
        cases.record(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.RECALLED,
                null,
                null,
                by.id().value(),
                reason,
                now,
                now,
                CaseEvent.Words.NONE));
        mail.ask(recall, awaited);
        var accepted = cases.recipients(message.id()).stream()
                .flatMap(to -> cases.accepted(message.id(), to).stream())
                .min(Comparator.naturalOrder());
        cases.settle(marked, why.end(now, accepted.orElse(null)), due, false);
        audit.write(entry(by, "RECALL", message, AuditEntry.DONE));
        return marked;
    }

    private static AuditEntry entry(Officer by, String act, MessageEntry message, String outcome) {
        var purpose = Sight.purpose(message.gist().type()).name();
        return new AuditEntry(by.pseudonym(), act, message.id().toString(), purpose, outcome);
    }

    /// Who is asked, in their order.
    List<NodeId> recipients(MessageEntry message) {
        return cases.recipients(message.id());
    }
}
