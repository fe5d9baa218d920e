package org.enlace.node.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.AttachmentOpener;
import org.enlace.attachment.AttachmentSealer;
import org.enlace.attachment.Attachments;
import org.enlace.directory.TopicSubject;
import org.enlace.message.MessageId;
import org.enlace.node.attachment.AttachmentRows.Row;
import org.enlace.node.attachment.ChunkFiles.Place;
import org.enlace.node.casefile.AttachmentsNamed;
import org.enlace.node.casefile.MessageDestroyed;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.person.Sensitive;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// The files of messages, from the moment a message names them until it is destroyed.
@Component
public class MessageFiles {
    private final AttachmentRows rows;
    private final ChunkFiles files;
    private final AttachmentSealer sealer;
    private final ChunkPositions positions;
    private final CurrentDirectory directory;
    private final ApplicationEventPublisher events;

    MessageFiles(
            AttachmentRows rows,
            ChunkFiles files,
            AttachmentSealer sealer,
            ChunkPositions positions,
            CurrentDirectory directory,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.sealer = sealer;
        this.positions = positions;
        this.directory = directory;
        this.events = events;
    }

    /// Files to be deleted when the transaction has committed.
    record FilesGo(List<Place> places) {}

    /// Seals a file for a message of ours that will name it.
    ///
    /// @param length of all that `clear` gives
    /// @throws IOException if it cannot be read or stored; nothing of it is left
    public Attachment seal(
            MessageId message, int number, Sensitive<String> name, String mediaType, long length, InputStream clear)
            throws IOException {
        Set<Place> begun = new HashSet<>();
        try {
            Attachment sealed = sealer.seal(message, number, name, mediaType, length, clear, chunk -> {
                Place place = new Place(directory.self().code(), chunk.attachment());
                begun.add(place);
                files.write(place, Map.of(chunk.index(), chunk.sealed()));
            });
            for (Place place : begun) {
                files.sync(place);
            }
            return sealed;
        } catch (IOException e) {
            for (Place place : begun) {
                files.delete(place);
            }
            throw e;
        }
    }

    /// A file of ours that no message names after all.
    void discard(Attachment attachment) {
        try {
            files.delete(new Place(directory.self().code(), attachment.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("A sealed file cannot be deleted from the folder of the attachments", e);
        }
    }

    /// What a file of ours holds that no message has named yet.
    InputStream open(Attachment attachment, MessageId message) {
        Place place = new Place(directory.self().code(), attachment.id());
        return new AttachmentOpener(attachment, message).stream(index -> files.read(place, index));
    }

    /// How far the files of a message have come, in its order.
    public List<AttachmentProgress> progress(MessageId message) {
        return rows.of(message).stream().map(Row::progress).toList();
    }

    /// The files of a message as it names them, in its order. Who may know, is asked by whoever calls.
    ///
    /// @throws org.enlace.node.keys.KeyDestroyed if the message was destroyed
    public List<NamedFile> of(MessageId message) {
        return rows.of(message).stream()
                .map(row -> {
                    Attachment named = rows.manifest(row);
                    return new NamedFile(row.progress(), named.name(), named.mediaType(), named.length());
                })
                .toList();
    }

    /// What the message says about its files; empty if it has none.
    ///
    /// @throws org.enlace.node.keys.KeyDestroyed if the message was destroyed
    public Optional<Attachments> attachments(MessageId message) {
        List<Attachment> all = rows.of(message).stream().map(rows::manifest).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Attachments(all));
    }

    /// What a file holds, behind its proof.
    ///
    /// @return nothing unless it is here as it was signed, and clean or let through
    public Optional<InputStream> open(MessageId message, int number) {
        return rows.of(message).stream()
                .filter(row -> row.progress().number() == number)
                .filter(row -> switch (row.progress().state()) {
                    case LEAVING, SENT, WHOLE -> true;
                    case COMING, CHECKING, UNSCANNED, MALWARE, DAMAGED -> false;
                })
                .findFirst()
                .map(row -> new AttachmentOpener(rows.manifest(row), row.givenId())
                        .stream(index -> files.read(row.place(), index)));
    }

    /// The same, to be handed out. Who may have it, is asked by whoever calls.
    public Optional<FileDownload> download(MessageId message, int number) {
        return of(message).stream()
                .filter(file -> file.progress().number() == number)
                .findFirst()
                .flatMap(file -> open(message, number)
                        .map(clear -> new FileDownload(file.name(), file.mediaType(), file.length(), clear)));
    }

    /// A second person lets a file through that nobody has scanned. Who may, is asked by whoever calls.
    ///
    /// @return false if there is no such file, or it does not wait for that
    @Transactional
    public boolean letThrough(MessageId message, int number) {
        return rows.of(message).stream()
                .filter(row -> row.progress().number() == number)
                .filter(row -> row.progress().state() == AttachmentState.UNSCANNED)
                .anyMatch(row -> rows.move(row.place(), row.progress().done(), row.have(), AttachmentState.WHOLE));
    }

    /// Reads once more what the broker still has of a file that did not come whole.
    ///
    /// @return false if there is no such file, or none of it is missing
    @Transactional
    public boolean lookAgain(MessageId message, int number) {
        Optional<Row> missing = rows.of(message).stream()
                .filter(row -> row.progress().number() == number)
                .filter(row -> row.progress().state() == AttachmentState.COMING)
                .findFirst();
        missing.ifPresent(row -> directory
                .current()
                .member(row.place().member())
                .map(member -> member.topics().get(TopicSubject.ATTACHMENTS))
                .ifPresent(topic -> {
                    positions.early(row.place(), topic, 0);
                    events.publishEvent(new ChunksIn.FilesNamed());
                }));
        return missing.isPresent();
    }

    /// Publishes a file of ours once more, for a recipient that did not get all of it.
    ///
    /// @return false if there is no such file, or it is still on its way
    @Transactional
    public boolean sendAgain(MessageId message, int number) {
        boolean again = rows.of(message).stream()
                .filter(row -> row.progress().number() == number)
                .filter(row -> row.progress().state() == AttachmentState.SENT)
                .anyMatch(row -> rows.move(row.place(), 0, new BitSet(), AttachmentState.LEAVING));
        if (again) {
            events.publishEvent(new ChunksOut.FileLeaves());
        }
        return again;
    }

    @EventListener
    void on(AttachmentsNamed named) {
        boolean ours = named.from() == null;
        var member = named.from() == null ? directory.self().code() : named.from();
        for (Attachment attachment : named.attachments().attachments()) {
            Place place = new Place(member, attachment.id());
            // A member may name one file twice; the first message has it.
            if (ours || rows.find(place).isEmpty()) {
                rows.add(
                        place,
                        named.message(),
                        named.givenId(),
                        named.reference(),
                        attachment,
                        ours ? AttachmentState.LEAVING : AttachmentState.COMING);
            }
        }
        events.publishEvent(ours ? new ChunksOut.FileLeaves() : new ChunksIn.FilesNamed());
    }

    @EventListener
    void on(MessageDestroyed destroyed) {
        var places = rows.of(destroyed.message()).stream().map(Row::place).toList();
        rows.remove(destroyed.message());
        events.publishEvent(new FilesGo(places));
    }

    /// Without their keys they say nothing; they only take room.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FilesGo going) {
        try {
            for (Place place : going.places()) {
                files.delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A sealed file cannot be deleted from the folder of the attachments", e);
        }
    }
}
