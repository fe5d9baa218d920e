package org.enlace.node.drafts;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.attachment.Attachments;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Release;
import org.enlace.node.access.Officer;
import org.enlace.node.attachment.FileDownload;
import org.enlace.node.attachment.Upload;
import org.enlace.node.attachment.Uploads;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.keys.CaseKeys;
import org.enlace.person.ShowsPersonalData;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Files for messages that are being written, in the console and by programs alike. Whose message it is, and that it
/// has not left, is asked by whoever calls.
@Component
class WrittenFiles {
    private final Uploads uploads;
    private final CaseFiles cases;
    private final CaseKeys keys;
    private final AuditLog audit;
    private final NewIds ids;

    WrittenFiles(Uploads uploads, CaseFiles cases, CaseKeys keys, AuditLog audit, NewIds ids) {
        this.uploads = uploads;
        this.cases = cases;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
    }

    /// For which message, and in which case that will stand.
    record For(MessageId message, CaseReference reference) {
        static For the(Draft draft) {
            return new For(draft.message(), draft.reference());
        }
    }

    /// By number.
    List<Upload> of(MessageId message) {
        return uploads.of(message);
    }

    /// One of this message's; the id of another's finds nothing.
    Optional<Upload> find(MessageId message, UUID file) {
        return uploads.find(file).filter(upload -> upload.message().equals(message));
    }

    Uploads.Outcome begin(For its, String name, long length, Officer by) {
        return begun(its, uploads.begin(ids.draft(), its.message(), its.reference(), name, length), by);
    }

    /// Goes on with a file that has not come whole and has this name and length, or begins it.
    Uploads.Outcome goOn(For its, String name, long length, Officer by) {
        return of(its.message()).stream()
                .filter(upload -> upload.state() == Upload.State.COMING && upload.length() == length)
                .filter(upload -> isCalled(upload, name))
                .findFirst()
                .<Uploads.Outcome>map(Uploads.Outcome.Taken::new)
                .orElseGet(() -> begin(its, name, length, by));
    }

    /// What comes from there on.
    Uploads.Outcome append(MessageId message, UUID file, long offset, InputStream body) {
        return find(message, file).isPresent() ? uploads.goOn(file, offset, body) : new Uploads.Outcome.NotThere();
    }

    /// All of it at once, from a form.
    Uploads.Outcome take(For its, String name, InputStream body, Officer by) {
        return begun(its, uploads.take(ids.draft(), its.message(), its.reference(), name, body), by);
    }

    private Uploads.Outcome begun(For its, Uploads.Outcome outcome, Officer by) {
        if (outcome instanceof Uploads.Outcome.Taken) {
            audit("ADD_FILE", its.message(), by);
        }
        return outcome;
    }

    /// @return whether it was there
    boolean remove(MessageId message, UUID file, Officer by) {
        boolean removed = find(message, file).isPresent() && uploads.remove(file);
        if (removed) {
            audit("REMOVE_FILE", message, by);
        }
        return removed;
    }

    @EventListener
    void on(Drafts.Forgotten forgotten) {
        forgotten.messages().forEach(this::drop);
    }

    /// The message will never be sent: nothing of its files is left, and what backups hold of them opens no more.
    void drop(MessageId message) {
        if (!of(message).isEmpty()) {
            uploads.drop(message);
            if (cases.find(message).isEmpty()) {
                keys.destroy(message);
            }
        }
    }

    /// What was not ready when its message left stays behind, and goes.
    void left(MessageId message) {
        uploads.drop(message);
    }

    /// What the message names when it leaves.
    Optional<Attachments> ready(MessageId message) {
        return uploads.ready(message);
    }

    /// One that waits with its message, for the second person.
    Optional<FileDownload> open(MessageId message, int number) {
        return of(message).stream()
                .filter(upload -> upload.number() == number)
                .findFirst()
                .flatMap(uploads::open);
    }

    /// What stands in the way of sending it with its files, or is to be looked at again.
    List<Breach> against(Wanted wanted) {
        var breaches = new ArrayList<Breach>();
        var all = of(wanted.id());
        if (wanted.outline().corrects() != null && !all.isEmpty()) {
            breaches.add(new Breach("files", BreachCode.FILES_STAY, List.of()));
        }
        for (var upload : all) {
            switch (upload.state()) {
                case COMING, HERE -> breaches.add(about(upload, BreachCode.FILE_NOT_READY));
                case REFUSED -> breaches.add(about(upload, BreachCode.FILE_REFUSED));
                case READY -> {
                    if (!upload.scanned()) {
                        breaches.add(about(upload, BreachCode.FILE_NOT_SCANNED));
                    }
                }
            }
        }
        return breaches;
    }

    private static Breach about(Upload upload, BreachCode code) {
        return new Breach("files", code, List.of(String.valueOf(upload.number())));
    }

    /// With how many persons' word a message leaves that has these files: what nobody has scanned needs two, unless
    /// life or freedom cannot wait.
    Release release(Wanted wanted) {
        var usual = Release.of(wanted.message().type(), wanted.outline().urgency());
        var unscanned =
                of(wanted.id()).stream().anyMatch(upload -> upload.state() == Upload.State.READY && !upload.scanned());
        return usual == Release.ALONE && unscanned ? Release.BY_SECOND_PERSON : usual;
    }

    @ShowsPersonalData
    private static boolean isCalled(Upload upload, String name) {
        return upload.name().reveal().equals(name);
    }

    private void audit(String action, MessageId message, Officer by) {
        audit.write(new AuditEntry(by.pseudonym(), action, message.toString(), null, AuditEntry.DONE));
    }
}
