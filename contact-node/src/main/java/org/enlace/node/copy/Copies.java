package org.enlace.node.copy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.enlace.message.Compartment;
import org.enlace.message.IdentityVerification;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimMessage;
import org.enlace.message.VictimReferral;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.attachment.FileWords;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Reading;
import org.enlace.node.casefile.Side;
import org.enlace.node.copy.CopyOutcome.Behind;
import org.enlace.node.copy.CopyOutcome.ConditionFirst;
import org.enlace.node.copy.CopyOutcome.Made;
import org.enlace.node.copy.CopyOutcome.NotThere;
import org.enlace.node.copy.CopyOutcome.Refused;
import org.enlace.node.copy.PersonCopy.CopiedMessage;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what was shared about one person in one case. That it was handed out is part of the case; each part
/// that is opened for it is a line of the audit log.
@Component
class Copies {
    static final String RECEIVERS = "who-consented";

    private final CaseReading reading;
    private final CaseFiles files;
    private final MessageFiles attached;
    private final Corrections corrections;
    private final Holders holders;
    private final Labels labels;
    private final CurrentDirectory directory;
    private final AuditLog audit;

    Copies(
            CaseReading reading,
            CaseFiles files,
            MessageFiles attached,
            Corrections corrections,
            Holders holders,
            Labels labels,
            CurrentDirectory directory,
            AuditLog audit) {
        this.reading = reading;
        this.files = files;
        this.attached = attached;
        this.corrections = corrections;
        this.holders = holders;
        this.labels = labels;
        this.directory = directory;
        this.audit = audit;
    }

    /// @param id of any message about the person
    /// @param page of the officer; the copy is in the language of the form
    /// @param printed what becomes of it before it counts as handed out
    @Transactional
    <T> CopyOutcome<T> make(
            MessageId id, CopyForm form, Officer by, PageContext page, Function<PersonCopy, T> printed) {
        var entry = reading.answerable(id, by);
        var messages =
                entry.map(message -> reading.aboutSamePerson(message, by)).orElse(List.of());
        if (entry.isEmpty() || messages.isEmpty()) {
            return new NotThere<>();
        }
        var points = against(form, page);
        if (!points.isEmpty()) {
            return new Refused<>(points);
        }
        var paper = page.in(Locale.of(form.language()));
        var copied = new ArrayList<CopiedMessage>();
        for (var message : messages) {
            switch (reading.open(message.id(), by, CaseReading.PERSONS)) {
                case Reading.Open<OpenedMessage>(var open) -> {
                    if (open.message() instanceof VictimMessage victim) {
                        copied.add(copied(open, victim, by, paper));
                    }
                }
                case Reading.ConditionFirst<OpenedMessage>(var first, var _) -> {
                    return new ConditionFirst<>(first);
                }
                case Reading.Behind<OpenedMessage>(var first) -> {
                    return new Behind<>(first);
                }
                case Reading.Sealed<OpenedMessage> _, Reading.NotThere<OpenedMessage> _ -> {
                    return new NotThere<>();
                }
            }
        }
        var copy = printed.apply(copy(entry.get(), copied, paper));
        record(entry.get(), form, by, page);
        return new Made<>(copy);
    }

    private void record(MessageEntry message, CopyForm form, Officer by, PageContext page) {
        var at = page.now();
        files.hold(message);
        files.recordOwn(message, CaseEventKind.COPY_GIVEN, by, new Doing(form.to(), CaseEvent.Words.NONE), null, at);
        audit.write(new AuditEntry(
                by.pseudonym(),
                "COPY_FOR_PERSON",
                message.id().toString(),
                Purpose.PROTECTION.name(),
                AuditEntry.DONE));
    }

    private List<Point> against(CopyForm form, PageContext page) {
        var points = new ArrayList<Point>();
        if (page.languages().stream()
                .noneMatch(language -> language.getLanguage().equals(form.language()))) {
            points.add(Point.LANGUAGE_UNKNOWN);
        }
        if (!labels.inUse(RECEIVERS, form.to())) {
            points.add(Point.RECEIVER_UNKNOWN);
        }
        if (!form.checked()) {
            points.add(Point.NOT_CHECKED);
        }
        if (!form.safe()) {
            points.add(Point.NOT_SAFE);
        }
        return points;
    }

    private PersonCopy copy(MessageEntry chosen, List<CopiedMessage> copied, PageContext paper) {
        var contact = directory.self().contact();
        var omissions = EnumSet.noneOf(Omission.class);
        copied.stream().flatMap(message -> message.what().stream()).forEach(line -> {
            if (line.omitted() != null) {
                omissions.add(line.omitted());
            }
        });
        return new PersonCopy(
                chosen.reference().value(),
                paper.language(),
                paper.now(),
                chosen.mode() == Mode.ACTUAL ? null : labels.of("mode", chosen.mode(), paper.locale()),
                List.of(contact.unit(), contact.city(), contact.emergencyPhone(), contact.hours()),
                copied,
                List.copyOf(omissions));
    }

    private CopiedMessage copied(OpenedMessage open, VictimMessage victim, Officer by, PageContext paper) {
        var entry = open.entry();
        var lines = new CopyLines(labels, paper);
        SharedFacts.all(victim, open.about(), lines);
        lines.omitted("copy.fact.names", open.shut().containsKey(Compartment.IDENTITY), Omission.CLOSED)
                .omitted("copy.fact.person", open.shut().containsKey(Compartment.PROTECTION), Omission.CLOSED);
        files(open, by, lines, paper);
        lines.said(
                "copy.fact.earlier",
                corrections.earlier(entry).stream()
                        .map(before -> paper.text(
                                "copy.earlier",
                                "time",
                                CopyLines.moment(before.at(), paper),
                                "reason",
                                lines.label("correction-reason", before.reason())))
                        .toList());
        return new CopiedMessage(
                kind(victim, paper),
                entry.side() == Side.SENT ? entry.sentAt() : entry.storedAt(),
                paper.country(entry.partner()),
                Holders.why(open.about().purpose(), paper),
                lines.lines(),
                holders.of(entry, paper));
    }

    /// What they are called may name anybody.
    private void files(OpenedMessage open, Officer by, CopyLines lines, PageContext paper) {
        var id = open.entry().id();
        if (attached.progress(id).isEmpty()) {
            return;
        }
        var told = reading.filesTold(open, by);
        lines.omitted("copy.fact.files", !told, Omission.CLOSED);
        if (told) {
            lines.said(
                    "copy.fact.files",
                    attached.of(id).stream()
                            .map(file -> FileWords.facts(file, paper))
                            .toList());
        }
    }

    private static String kind(VictimMessage victim, PageContext paper) {
        return paper.text(
                switch (victim) {
                    case VictimAssistanceRequest _ -> "copy.kind.request";
                    case VictimReferral _ -> "copy.kind.referral";
                    case IdentityVerification _ -> "copy.kind.verification";
                });
    }
}
