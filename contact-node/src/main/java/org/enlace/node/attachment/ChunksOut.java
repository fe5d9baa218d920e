package org.enlace.node.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.enlace.attachment.Chunk;
import org.enlace.node.attachment.AttachmentRows.Row;
import org.enlace.node.attachment.ChunkFiles.Place;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.ChunkOutlet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives the chunks of our files to the broker, one file after the other, each chunk until it is confirmed. A node that
/// is killed goes on behind the last one that it knows to be confirmed; what is published twice is stored once.
@Component
class ChunksOut implements ChunkOutlet {
    private final AttachmentRows rows;
    private final ChunkFiles files;
    private final CurrentDirectory directory;
    private final TransactionTemplate transaction;
    /// Whether there may be something; a node without attachments asks no database.
    private volatile boolean waiting = true;

    ChunksOut(
            AttachmentRows rows,
            ChunkFiles files,
            CurrentDirectory directory,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.files = files;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// There is a file to be sent, and its message has left.
    record FileLeaves() {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FileLeaves leaves) {
        waiting = true;
    }

    @Override
    public List<Chunk> due(int most) {
        if (!waiting) {
            return List.of();
        }
        waiting = false;
        var next = rows.next(AttachmentState.LEAVING);
        waiting |= next.isPresent();
        return next.map(row -> chunks(row, most)).orElse(List.of());
    }

    @Override
    public void published(List<Chunk> chunks) {
        Place place = new Place(directory.self().code(), chunks.getLast().attachment());
        int done = chunks.getLast().index() + 1;
        transaction.executeWithoutResult(_ -> rows.find(place)
                .ifPresent(row -> rows.move(
                        place,
                        done,
                        new BitSet(),
                        done == row.progress().chunks() ? AttachmentState.SENT : AttachmentState.LEAVING)));
    }

    private List<Chunk> chunks(Row row, int most) {
        List<Chunk> chunks = new ArrayList<>();
        int end = Math.min(row.progress().chunks(), row.progress().done() + most);
        try {
            for (int index = row.progress().done(); index < end; index++) {
                chunks.add(new Chunk(row.place().attachment(), index, files.read(row.place(), index)));
            }
            return chunks;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A file that was to be sent cannot be read; restore the folder of the attachments", e);
        }
    }
}
