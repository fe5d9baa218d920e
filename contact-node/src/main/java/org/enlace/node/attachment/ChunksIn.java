package org.enlace.node.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.attachment.AttachmentOpener;
import org.enlace.attachment.Chunk;
import org.enlace.attachment.DamagedAttachment;
import org.enlace.message.NodeId;
import org.enlace.node.attachment.AttachmentRows.Row;
import org.enlace.node.attachment.ChunkFiles.Place;
import org.enlace.node.casefile.FilesArrived;
import org.enlace.node.exchange.ChunkInlet;
import org.enlace.node.inspection.Scanner;
import org.enlace.node.keys.KeyDestroyed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in the chunks that a message has named, in whatever order they come, and nothing else. What does not open with
/// the key from the message is dropped: the right one may still come.
@Component
class ChunksIn implements ChunkInlet {
    private final AttachmentRows rows;
    private final ChunkPositions positions;
    private final ChunkFiles files;
    private final Scanner scanner;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    /// Whether a message may have named what came before it; a node that gets no files asks no database.
    private volatile boolean named = true;

    private boolean whole = true;

    ChunksIn(
            AttachmentRows rows,
            ChunkPositions positions,
            ChunkFiles files,
            Scanner scanner,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.rows = rows;
        this.positions = positions;
        this.files = files;
        this.scanner = scanner;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A message has named files of a partner, and is here.
    record FilesNamed() {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FilesNamed files) {
        named = true;
    }

    @Override
    public Map<String, Long> positions() {
        return positions.all();
    }

    @Override
    public Map<String, Long> goBack() {
        if (!named) {
            return Map.of();
        }
        named = false;
        Map<String, Long> back = transaction.execute(_ -> {
            Map<String, Long> first = positions.wantedByNow();
            first.forEach(positions::moveTo);
            return first;
        });
        return back == null ? Map.of() : back;
    }

    @Override
    public void moveTo(String topic, long next) {
        transaction.executeWithoutResult(_ -> positions.moveTo(topic, next));
    }

    /// The files first, then the database: what the database says to be here, is here.
    @Override
    public void take(NodeId from, String topic, SortedMap<Long, byte[]> records) {
        Map<Place, SortedMap<Integer, Chunk>> byFile = new HashMap<>();
        Map<Place, Long> first = new HashMap<>();
        records.forEach((offset, value) -> Chunk.read(value).ifPresent(chunk -> {
            Place place = new Place(from, chunk.attachment());
            first.putIfAbsent(place, offset);
            byFile.computeIfAbsent(place, _ -> new TreeMap<>()).putIfAbsent(chunk.index(), chunk);
        }));
        Map<Place, BitSet> stored = new HashMap<>();
        byFile.forEach((place, chunks) -> rows.find(place).ifPresent(row -> stored.put(place, store(row, chunks))));
        transaction.executeWithoutResult(_ -> {
            first.forEach((place, offset) -> {
                if (!stored.containsKey(place)) {
                    positions.early(place, topic, offset);
                }
            });
            stored.forEach(this::moved);
            positions.moveTo(topic, records.lastKey() + 1);
        });
    }

    @Override
    public boolean settle() {
        if (!whole) {
            return false;
        }
        Optional<Row> next = rows.next(AttachmentState.CHECKING);
        whole = next.isPresent();
        next.ifPresent(row -> {
            AttachmentState state = state(row);
            transaction.executeWithoutResult(_ -> {
                // The case first, the file then: whoever destroys a message goes the same way.
                if (isHere(state) && othersAreHere(row)) {
                    events.publishEvent(new FilesArrived(row.message()));
                }
                rows.move(row.place(), row.progress().done(), row.have(), state);
            });
        });
        return whole;
    }

    private boolean othersAreHere(Row row) {
        return rows.of(row.message()).stream()
                .filter(other -> !other.place().equals(row.place()))
                .allMatch(other -> isHere(other.progress().state()));
    }

    /// Whether it is here as it was signed, whoever may open it.
    private static boolean isHere(AttachmentState state) {
        return switch (state) {
            case UNSCANNED, WHOLE, MALWARE -> true;
            case LEAVING, SENT, COMING, CHECKING, DAMAGED -> false;
        };
    }

    private BitSet store(Row row, SortedMap<Integer, Chunk> chunks) {
        BitSet now = new BitSet();
        if (row.progress().state() != AttachmentState.COMING) {
            return now;
        }
        try {
            AttachmentOpener opener = new AttachmentOpener(rows.manifest(row), row.givenId());
            Map<Integer, byte[]> right = new TreeMap<>();
            chunks.forEach((index, chunk) -> {
                if (!row.have().get(index) && opener.open(chunk).isPresent()) {
                    right.put(index, chunk.sealed());
                    now.set(index);
                }
            });
            if (!right.isEmpty()) {
                files.write(row.place(), right);
                files.sync(row.place());
            }
            return now;
        } catch (KeyDestroyed e) {
            // Its message was destroyed in this moment, and it goes with it.
            return new BitSet();
        } catch (IOException e) {
            throw new UncheckedIOException("A chunk cannot be stored; is there room on the disk?", e);
        }
    }

    private void moved(Place place, BitSet now) {
        if (now.isEmpty()) {
            return;
        }
        rows.find(place).ifPresent(row -> {
            BitSet have = row.have();
            have.or(now);
            int done = have.cardinality();
            boolean all = done == row.progress().chunks();
            whole |= all;
            rows.move(place, done, have, all ? AttachmentState.CHECKING : AttachmentState.COMING);
        });
    }

    /// Reads all of it against what was signed, and then once more for the scanner.
    private AttachmentState state(Row row) {
        try (InputStream clear = clear(row);
                InputStream again = clear(row)) {
            clear.transferTo(OutputStream.nullOutputStream());
            return switch (scanner.scan(again)) {
                case CLEAN -> AttachmentState.WHOLE;
                case MALWARE -> AttachmentState.MALWARE;
                case NOT_SCANNED -> AttachmentState.UNSCANNED;
            };
        } catch (DamagedAttachment | KeyDestroyed e) {
            return AttachmentState.DAMAGED;
        } catch (IOException e) {
            throw new UncheckedIOException("A file that has arrived cannot be read", e);
        }
    }

    private InputStream clear(Row row) {
        return new AttachmentOpener(rows.manifest(row), row.givenId()).stream(index -> files.read(row.place(), index));
    }
}
