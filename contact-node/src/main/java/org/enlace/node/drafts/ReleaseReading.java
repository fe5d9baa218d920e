package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Purpose;
import org.enlace.node.attachment.FileDownload;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.ReleaseSheets;
import org.enlace.node.casefile.Sight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a supervisor sees of what waits. Each part that is shown is a line in the audit log, with the purpose.
@Component
class ReleaseReading {
    private final Releases releases;
    private final Sending sending;
    private final ReleaseSheets sheets;
    private final WrittenFiles files;
    private final MessageFiles left;
    private final CaseFiles cases;
    private final Officers officers;
    private final AccessRules rules;
    private final AuditLog audit;

    ReleaseReading(
            Releases releases,
            Sending sending,
            ReleaseSheets sheets,
            WrittenFiles files,
            MessageFiles left,
            CaseFiles cases,
            Officers officers,
            AccessRules rules,
            AuditLog audit) {
        this.releases = releases;
        this.sending = sending;
        this.sheets = sheets;
        this.files = files;
        this.left = left;
        this.cases = cases;
        this.officers = officers;
        this.rules = rules;
        this.audit = audit;
    }

    /// What waits for this officer, or for another supervisor where the officer wrote it.
    @Transactional(readOnly = true)
    public List<Pending> waiting(Officer officer) {
        return releases.open(new Sight(officer, rules));
    }

    /// How much waits for this officer.
    @Transactional(readOnly = true)
    public int count(Officer officer) {
        return releases.count(new Sight(officer, rules), officer.id());
    }

    /// As it would be filed, for a line that opens no part; empty once it was decided about.
    Optional<Opened.Version> now(Pending pending) {
        return releases.kept(pending.message()).map(wanted -> version(wanted, writer(pending)));
    }

    /// A message that needs a second person, if this officer may see it.
    @Transactional
    public Optional<Pending> seen(MessageId message, Officer officer) {
        var pending = releases.find(message, new Sight(officer, rules));
        if (pending.isEmpty() && releases.find(message).isPresent()) {
            audit.write(new AuditEntry(officer.pseudonym(), "SHOW", message.toString(), null, "REFUSED"));
        }
        return pending;
    }

    /// Opens a message for a decision.
    ///
    /// @param persons whether names and addresses too
    @Transactional
    public Optional<Opened> open(MessageId message, boolean persons, Officer officer) {
        return seen(message, officer).map(pending -> open(pending, persons, officer));
    }

    private Opened open(Pending pending, boolean persons, Officer officer) {
        var writer = writer(pending);
        var own = pending.writer().equals(officer.id());
        var kept = releases.kept(pending.message());
        if (kept.isEmpty() || !pending.isOpen()) {
            return new Opened(pending, writer, null, null, Set.of(), false, List.of(), List.of(), own);
        }
        var version = version(kept.get(), writer);
        var may = sheets.parts(version.message(), version.entry(), officer);
        var opened = EnumSet.noneOf(Compartment.class);
        may.stream().filter(part -> persons || part != Compartment.IDENTITY).forEach(opened::add);
        for (var part : opened) {
            audit.write(new AuditEntry(
                    officer.pseudonym(),
                    "SHOW_" + part.name(),
                    pending.message().toString(),
                    Purpose.RELEASE.name(),
                    AuditEntry.DONE));
        }
        return new Opened(
                pending,
                writer,
                version,
                releases.returned(pending.message())
                        .map(wanted -> version(wanted, writer))
                        .orElse(null),
                opened,
                opened.size() < may.size(),
                pending.state() == ReleaseState.AWAITING_RELEASE ? against(kept.get(), writer) : List.of(),
                releases.steps(pending.message()),
                own);
    }

    /// One file, to decide about the message that brings it. Written down like any part that is opened.
    @Transactional
    public Optional<FileDownload> file(MessageId message, int number, Officer officer) {
        var pending = seen(message, officer).filter(Pending::isOpen);
        var version = pending.flatMap(this::now);
        var taken = cases.find(message).filter(MessageEntry::sealed);
        if (pending.isEmpty() || version.isEmpty() || taken.isPresent()) {
            return Optional.empty();
        }
        if (!sheets.opensFiles(version.get().entry(), officer)) {
            audit.write(new AuditEntry(officer.pseudonym(), "SHOW", message.toString(), null, "REFUSED"));
            return Optional.empty();
        }
        var file = files.open(message, number).or(() -> left.download(message, number));
        if (file.isPresent()) {
            audit.write(new AuditEntry(
                    officer.pseudonym(), "OPEN_FILE", message.toString(), Purpose.RELEASE.name(), AuditEntry.DONE));
        }
        return file;
    }

    private List<Breach> against(Wanted wanted, Officer writer) {
        var breaches = new ArrayList<>(sending.check(wanted, writer));
        if (!officers.works(writer.id())) {
            breaches.add(new Breach("about.senderOfficer", BreachCode.WRITER_GONE, List.of()));
        }
        return List.copyOf(breaches);
    }

    private Opened.Version version(Wanted wanted, Officer writer) {
        var now = sending.outbound(wanted, writer);
        // The files of what went at once have left with it.
        var message = left.attachments(now.id()).map(now::with).orElse(now);
        return new Opened.Version(message, sheets.entry(message, wanted.reference(), writer.id()), wanted.group());
    }

    /// Also one who no longer works here.
    Officer writer(Pending pending) {
        return officers.find(pending.writer())
                .orElseThrow(() -> new IllegalStateException(
                        "Message " + pending.message() + " waits for release and nobody wrote it"));
    }
}
