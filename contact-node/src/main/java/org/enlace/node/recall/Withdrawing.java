package org.enlace.node.recall;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Sight;
import org.enlace.node.recall.RecallOutcome.Before;
import org.enlace.node.recall.RecallOutcome.Done;
import org.enlace.node.recall.RecallOutcome.Point;
import org.enlace.node.recall.RecallOutcome.Refused;
import org.enlace.node.recall.RecallOutcome.Unseen;
import org.enlace.person.Answer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records for a person what they no longer agree to, at whichever contact point they say so. No second person, no
/// recall and no draft holds it up.
@Component
class Withdrawing {
    private static final String PURPOSES = "consent-purpose";

    private final CaseFiles files;
    private final CaseRecalls cases;
    private final Reach reach;
    private final AccessRules rules;
    private final ConsentRelay relay;
    private final RecallMail mail;
    private final Labels labels;
    private final AuditLog audit;

    Withdrawing(
            CaseFiles files,
            CaseRecalls cases,
            Reach reach,
            AccessRules rules,
            ConsentRelay relay,
            RecallMail mail,
            Labels labels,
            AuditLog audit) {
        this.files = files;
        this.cases = cases;
        this.reach = reach;
        this.rules = rules;
        this.relay = relay;
        this.mail = mail;
        this.labels = labels;
        this.audit = audit;
    }

    /// A message about a person, ours or another member's, that this officer may see.
    Optional<MessageEntry> aboutPerson(MessageId id, Officer officer) {
        return files.find(id)
                .filter(message -> message.gist().type().isForCare())
                .filter(reach.sight(officer)::sees);
    }

    /// Case workers and consular officers, who speak with the person.
    boolean mayWithdraw(MessageEntry message, Officer officer) {
        return message.gist().type().isForCare()
                && !message.consentEnded()
                && rules.mayOpen(officer, Action.WRITE_ASSISTANCE)
                && (officer.is(Role.CASE_WORKER) || officer.is(Role.CONSULAR));
    }

    @Transactional
    RecallOutcome withdraw(MessageId id, WithdrawForm form, Officer by) {
        var found = aboutPerson(id, by);
        if (found.isEmpty()) {
            return new Unseen();
        }
        var message = cases.hold(found.get());
        if (message.consentEnded()) {
            return new Before(message);
        }
        var points = against(message, form, by);
        if (!points.isEmpty()) {
            audit.write(new AuditEntry(
                    by.pseudonym(),
                    "WITHDRAW_CONSENT",
                    message.id().toString(),
                    Sight.purpose(message.gist().type()).name(),
                    "REFUSED"));
            return new Refused(points);
        }
        var said = new Withdrawn(
                form.purposes(), form.day(), form.language(), form.interpreter().equals(Answer.YES.name()), null);
        return relay.everywhere(message, said, by.pseudonym(), by, mail.now())
                ? new Done(message)
                : new Before(message);
    }

    private List<Point> against(MessageEntry message, WithdrawForm form, Officer by) {
        if (!mayWithdraw(message, by)) {
            return List.of(Point.NOT_FOR_YOU);
        }
        var points = new ArrayList<Point>();
        if (form.purposes().isEmpty()
                || form.purposes().stream().anyMatch(purpose -> !labels.inUse(PURPOSES, purpose))) {
            points.add(Point.PURPOSES_MISSING);
        }
        var day = form.day();
        if (day == null
                || day.isAfter(LocalDate.ofInstant(mail.now(), ZoneOffset.UTC).plusDays(1))) {
            points.add(Point.DAY_MISSING);
        }
        if (!form.language().matches("[a-z]{3}")) {
            points.add(Point.LANGUAGE_MISSING);
        }
        if (!List.of(Answer.YES.name(), Answer.NO.name()).contains(form.interpreter())) {
            points.add(Point.INTERPRETER_MISSING);
        }
        return points;
    }
}
