package org.enlace.node.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.Attachments;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.AttachmentsNamed;
import org.enlace.person.Sensitive;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in files for messages that are being written, piece by piece: a broken line costs one piece. When all of
/// a file is here it is inspected, cleaned, scanned and sealed for its message; until then nothing of it is called
/// an attachment. Who may do so is asked by whoever calls.
@Component
public class Uploads {
    /// Of what is sent at once. Every piece but the last of a file has a multiple of [#PIECE_UNIT].
    public static final int PIECE_MAX = 4 * UploadFiles.CELL;

    public static final int PIECE_UNIT = UploadFiles.CELL;

    private final UploadRows rows;
    private final UploadFiles staged;
    private final MessageFiles files;
    private final UploadSettling settling;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Set<UUID> inWork = ConcurrentHashMap.newKeySet();

    Uploads(
            UploadRows rows,
            UploadFiles staged,
            MessageFiles files,
            UploadSettling settling,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.staged = staged;
        this.files = files;
        this.settling = settling;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What became of a request.
    public sealed interface Outcome {
        /// As it is now.
        record Taken(Upload upload) implements Outcome {}

        /// It goes on elsewhere than was thought, or not at all any more.
        record Elsewhere(Upload upload) implements Outcome {}

        record Refused(Why why) implements Outcome {}

        record NotThere() implements Outcome {}
    }

    public enum Why {
        /// Not 1 byte to 256 MiB.
        LENGTH,
        /// Not a name of a file.
        NAME,
        /// The message has 20.
        TOO_MANY,
        /// A piece has another size than it may have.
        PIECE,
        /// The disk of the node is full.
        ROOM
    }

    /// @param message that is being written, and has not left
    /// @param reference of its case
    public Outcome begin(UUID id, MessageId message, CaseReference reference, String name, long length) {
        if (length < 1 || length > Attachment.LENGTH_MAX) {
            return new Outcome.Refused(Why.LENGTH);
        }
        if (!Attachment.isName(name) || name.length() > Attachment.NAME_MAX - 5) {
            return new Outcome.Refused(Why.NAME);
        }
        Outcome outcome = transaction.execute(_ -> {
            var numbers = rows.of(message).stream().map(Upload::number).collect(Collectors.toSet());
            var free = IntStream.rangeClosed(1, Attachments.COUNT_MAX)
                    .filter(number -> !numbers.contains(number))
                    .findFirst();
            if (free.isEmpty()) {
                return new Outcome.Refused(Why.TOO_MANY);
            }
            var upload = new Upload(
                    id,
                    message,
                    reference,
                    free.getAsInt(),
                    Sensitive.of(name),
                    length,
                    0,
                    Upload.State.COMING,
                    null,
                    null,
                    Set.of(),
                    false,
                    rows.now());
            rows.add(upload);
            return new Outcome.Taken(upload);
        });
        return outcome == null ? new Outcome.NotThere() : outcome;
    }

    /// Stores a piece. It is here for good once this returns; the last one is answered when the whole has been looked
    /// at.
    ///
    /// @param offset where it belongs
    public Outcome append(UUID id, long offset, byte[] piece) {
        Optional<Upload> found = rows.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        Upload upload = found.get();
        if (upload.state() != Upload.State.COMING || offset != upload.received() || !inWork.add(id)) {
            return new Outcome.Elsewhere(upload);
        }
        try {
            long after = offset + piece.length;
            boolean last = after == upload.length();
            if (piece.length == 0
                    || piece.length > PIECE_MAX
                    || after > upload.length()
                    || (!last && piece.length % PIECE_UNIT != 0)) {
                return new Outcome.Refused(Why.PIECE);
            }
            if (!staged.hasRoom()) {
                return new Outcome.Refused(Why.ROOM);
            }
            staged.write(id, upload.reference(), upload.message(), offset, piece);
            if (!rows.received(upload, offset, after)) {
                return elsewhere(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A piece of an upload cannot be stored; is there room on the disk?", e);
        } finally {
            inWork.remove(id);
        }
        return rows.find(id)
                .<Outcome>map(now -> new Outcome.Taken(settled(now)))
                .orElseGet(Outcome.NotThere::new);
    }

    /// How far it has come. One that was left in the middle of being looked at, because the node ended, is looked at
    /// now.
    public Optional<Upload> find(UUID id) {
        return rows.find(id).map(this::settled);
    }

    /// Those of one message, by number.
    public List<Upload> of(MessageId message) {
        return rows.of(message);
    }

    /// Takes in what is sent from there to the end of the file, piece by piece, and never more than one of them in
    /// memory. When the line breaks, what came is here for good.
    ///
    /// @param body to its end
    public Outcome goOn(UUID id, long offset, InputStream body) {
        long at = offset;
        while (true) {
            byte[] piece;
            try {
                piece = body.readNBytes(PIECE_MAX);
            } catch (IOException _) {
                return elsewhere(id);
            }
            if (piece.length == 0 && at > offset) {
                return rows.find(id).<Outcome>map(Outcome.Taken::new).orElseGet(Outcome.NotThere::new);
            }
            Outcome outcome = append(id, at, piece);
            if (!(outcome instanceof Outcome.Taken) || piece.length < PIECE_MAX) {
                return outcome;
            }
            at += piece.length;
        }
    }

    /// Takes in a file whose length nobody has said. It cannot go on later: when the line breaks, nothing is left.
    ///
    /// @param body to its end
    public Outcome take(UUID id, MessageId message, CaseReference reference, String name, InputStream body) {
        Outcome begun = begin(id, message, reference, name, Attachment.LENGTH_MAX);
        if (!(begun instanceof Outcome.Taken(Upload upload))) {
            return begun;
        }
        Outcome outcome = begun;
        long at = 0;
        try {
            while (outcome instanceof Outcome.Taken) {
                byte[] piece = body.readNBytes(PIECE_MAX);
                boolean end = piece.length < PIECE_MAX;
                long after = at + piece.length;
                if (after == 0 || after > Attachment.LENGTH_MAX) {
                    remove(id);
                    return new Outcome.Refused(Why.LENGTH);
                }
                if (end) {
                    rows.endsAt(upload, after);
                }
                if (piece.length > 0) {
                    outcome = append(id, at, piece);
                }
                at = after;
                if (end && outcome instanceof Outcome.Taken) {
                    return find(id).<Outcome>map(Outcome.Taken::new).orElseGet(Outcome.NotThere::new);
                }
            }
            remove(id);
            return outcome;
        } catch (IOException _) {
            remove(id);
            return new Outcome.NotThere();
        }
    }

    /// The officer has changed their mind. Nothing of it is left.
    ///
    /// @return whether it was there
    public boolean remove(UUID id) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> rows.find(id).map(this::removed).orElse(false)));
    }

    /// The message will not be sent, or left without them: nothing of its files is left here.
    public void drop(MessageId message) {
        transaction.executeWithoutResult(_ -> rows.of(message).forEach(this::removed));
    }

    /// What a file holds that is ready to travel. Who may know, is asked by whoever calls.
    public Optional<FileDownload> open(Upload upload) {
        return upload.state() == Upload.State.READY
                ? rows.attachment(upload)
                        .map(named -> new FileDownload(
                                named.name(), named.mediaType(), named.length(), files.open(named, upload.message())))
                : Optional.empty();
    }

    private boolean removed(Upload upload) {
        events.publishEvent(new UploadGoes(upload.id(), rows.attachment(upload)));
        return rows.remove(upload.id());
    }

    /// Its files are deleted once the database has forgotten it.
    record UploadGoes(UUID upload, Optional<Attachment> ready) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(UploadGoes going) {
        delete(going.upload());
        going.ready().ifPresent(files::discard);
    }

    /// What was ready has left with its message; what was not stays behind.
    @EventListener
    void on(AttachmentsNamed named) {
        if (named.from() == null) {
            rows.removeOf(named.message());
        }
    }

    /// What the message names when it leaves: the files that are ready, if there are any.
    public Optional<Attachments> ready(MessageId message) {
        List<Attachment> ready = new ArrayList<>();
        rows.of(message).stream()
                .filter(upload -> upload.state() == Upload.State.READY)
                .forEach(upload -> rows.attachment(upload).ifPresent(ready::add));
        return ready.isEmpty() ? Optional.empty() : Optional.of(new Attachments(ready));
    }

    private Outcome elsewhere(UUID id) {
        Optional<Upload> upload = rows.find(id);
        if (upload.isEmpty()) {
            // It was removed while this piece came.
            delete(id);
        }
        return upload.<Outcome>map(Outcome.Elsewhere::new).orElseGet(Outcome.NotThere::new);
    }

    private Upload settled(Upload upload) {
        if (upload.state() != Upload.State.HERE || !inWork.add(upload.id())) {
            return upload;
        }
        try {
            settling.settle(upload);
            return rows.find(upload.id()).orElse(upload);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read again from the folder of the attachments", e);
        } finally {
            inWork.remove(upload.id());
        }
    }

    private void delete(UUID id) {
        try {
            staged.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be deleted from the folder of the attachments", e);
        }
    }
}
