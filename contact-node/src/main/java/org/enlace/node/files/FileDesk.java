package org.enlace.node.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.handling.Caveat;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Target;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.FileDownload;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.attachment.NamedFile;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.FileAccess;
import org.enlace.node.casefile.FilesWanted;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Reading;
import org.enlace.node.casefile.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an officer sees of the files of a message and does with them. Every file passes here on its way out, and who
/// may have it was decided as for any other part of its message.
@Component
class FileDesk {
    private final MessageFiles files;
    private final CaseReading reading;
    private final FileWishes wishes;
    private final AccessRules rules;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    FileDesk(
            MessageFiles files,
            CaseReading reading,
            FileWishes wishes,
            AccessRules rules,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.events = events;
        this.files = files;
        this.reading = reading;
        this.wishes = wishes;
        this.rules = rules;
        this.audit = audit;
    }

    /// The files of one message.
    ///
    /// @param named what they are called; empty unless the officer may open them
    /// @param wishes who asked that a file is let through, by its number
    record Seen(
            FileAccess access,
            List<AttachmentProgress> all,
            List<NamedFile> named,
            Map<Integer, FileWishes.Wish> wishes) {}

    /// What became of the wish to have one.
    sealed interface Outcome {
        record Open(FileDownload file) implements Outcome {}

        /// It is not here whole, or nobody opens it.
        record NotOpen() implements Outcome {}

        /// Its sender wants it to stay in the console.
        record NoExport() implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /// Whether the officer opens the files of a message.
    Reading<FileAccess> access(MessageId message, Officer officer) {
        return reading.files(message, officer);
    }

    /// One line in the audit log if it says what they are called.
    @Transactional
    public Reading<Seen> see(MessageId message, Officer officer) {
        return switch (reading.files(message, officer)) {
            case Reading.Open<FileAccess>(var access) -> new Reading.Open<>(seen(access, officer));
            case Reading.ConditionFirst<FileAccess>(var entry, var condition) ->
                new Reading.ConditionFirst<>(entry, condition);
            case Reading.Behind<FileAccess>(var entry) -> new Reading.Behind<>(entry);
            case Reading.Sealed<FileAccess>(var entry) -> new Reading.Sealed<>(entry);
            case Reading.NotThere<FileAccess> _ -> new Reading.NotThere<>();
        };
    }

    private Seen seen(FileAccess access, Officer officer) {
        var message = access.message().id();
        var all = files.progress(message);
        var may = access.verdict() == Reach.Verdict.OPEN && !all.isEmpty();
        if (may) {
            reading.filesShown(access, "SHOW_ATTACHMENTS", officer);
        }
        return new Seen(access, all, may ? files.of(message) : List.of(), wishes.of(message));
    }

    /// Hands out one file: one line in the audit log, committed before the first byte.
    ///
    /// @param access that was decided for this officer just now
    /// @param program whether it goes to a program, and so out of the contact point
    @Transactional
    public Outcome open(FileAccess access, int number, boolean program, Officer officer) {
        if (access.verdict() != Reach.Verdict.OPEN) {
            reading.filesRefused(access, officer);
            return new Outcome.NotThere();
        }
        if (program && access.handling().has(Caveat.NO_ATTACHMENT_EXPORT)) {
            reading.filesRefused(access, officer);
            return new Outcome.NoExport();
        }
        var message = access.message().id();
        if (find(message, number).isEmpty()) {
            return new Outcome.NotThere();
        }
        var file = files.download(message, number);
        if (file.isEmpty()) {
            return new Outcome.NotOpen();
        }
        reading.filesShown(access, "OPEN_FILE", officer);
        return new Outcome.Open(file.get());
    }

    /// The first of two who let through what nobody has scanned.
    ///
    /// @return false if it does not wait for that, or somebody has asked before
    @Transactional
    public boolean ask(FileAccess access, int number, Officer officer) {
        var message = access.message().id();
        var asked = access.verdict() == Reach.Verdict.OPEN
                && find(message, number).filter(FileDesk::waits).isPresent()
                && wishes.add(message, number, officer.id());
        if (asked) {
            audit(officer, "ASK_FILE", message, AuditEntry.DONE);
        }
        return asked;
    }

    /// The second, who may release, and is somebody else.
    ///
    /// @return false if it does not wait for that, nobody has asked, or the officer did
    @Transactional
    public boolean letThrough(FileAccess access, int number, Officer officer) {
        var message = access.message().id();
        var wish = wishes.of(message).get(number);
        if (wish == null) {
            return false;
        }
        if (!rules.decide(officer, Action.RELEASE, new Target.WrittenBy(wish.by()), Purpose.RELEASE)
                .allowed()) {
            audit(officer, "LET_FILE_THROUGH", message, "REFUSED");
            return false;
        }
        var done = files.letThrough(message, number);
        if (done) {
            audit(officer, "LET_FILE_THROUGH", message, AuditEntry.DONE);
        }
        return done;
    }

    /// What did not come whole is looked for once more on the network; what is ours goes onto it once more.
    ///
    /// @return false if none of it is missing, or it is on its way
    @Transactional
    public boolean again(FileAccess access, int number, Officer officer) {
        var message = access.message();
        var sent = message.side() == Side.SENT;
        var again = sent ? files.sendAgain(message.id(), number) : files.lookAgain(message.id(), number);
        if (again) {
            audit(officer, sent ? "SEND_FILE_AGAIN" : "LOOK_FILE_AGAIN", message.id(), AuditEntry.DONE);
        }
        return again;
    }

    /// Asks the sender to send once more what is missing, or is not what was signed.
    ///
    /// @return false if nothing is, or the message is ours
    @Transactional
    public boolean want(FileAccess access, Officer officer) {
        var message = access.message();
        if (!isWanted(access, files.progress(message.id()))) {
            return false;
        }
        events.publishEvent(new FilesWanted(message, officer));
        audit(officer, "FILES_WANTED", message.id(), AuditEntry.DONE);
        return true;
    }

    static boolean isWanted(FileAccess access, List<AttachmentProgress> all) {
        return access.message().side() == Side.RECEIVED
                && access.message().recalled() == null
                && all.stream()
                        .anyMatch(file ->
                                file.state() == AttachmentState.COMING || file.state() == AttachmentState.DAMAGED);
    }

    private Optional<AttachmentProgress> find(MessageId message, int number) {
        return files.progress(message).stream()
                .filter(file -> file.number() == number)
                .findFirst();
    }

    static boolean waits(AttachmentProgress file) {
        return file.state() == AttachmentState.UNSCANNED;
    }

    private void audit(Officer officer, String act, MessageId message, String outcome) {
        audit.write(new AuditEntry(officer.pseudonym(), act, message.toString(), null, outcome));
    }
}
