package org.enlace.node.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.inspection.Content;
import org.enlace.node.keys.CaseKeys;

/// What has come of uploads, in cells of 64 KiB that are encrypted under the key of their message before they touch the
/// disk. A cell is written again from its beginning if it was cut off, each time under a nonce of its own.
final class UploadFiles {
    /// Clear bytes of a cell.
    static final int CELL = 64 * 1024;

    private static final FileAttribute<?> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> WRITING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    /// Head and tag, as [CaseKeys] writes them.
    private static final int AROUND = 17 + 16;

    private static final int ROOM = CELL + AROUND;

    private final Path folder;
    private final CaseKeys keys;

    UploadFiles(Path folder, CaseKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /// Whether more can come without filling the disk, which everything else needs too.
    boolean hasRoom() throws IOException {
        Files.createDirectories(folder, OWN_FOLDER);
        return Files.getFileStore(folder).getUsableSpace() > ChunkFiles.LEFT_FREE;
    }

    /// Durable once this returns.
    ///
    /// @param offset a multiple of a cell
    void write(UUID upload, CaseReference reference, MessageId message, long offset, byte[] bytes) throws IOException {
        Files.createDirectories(folder, OWN_FOLDER);
        try (FileChannel channel = FileChannel.open(file(upload), WRITING, OWN_FILE)) {
            for (int from = 0; from < bytes.length; from += CELL) {
                long cell = (offset + from) / CELL;
                byte[] clear = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CELL));
                ByteBuffer sealed = ByteBuffer.wrap(keys.seal(reference, message, place(upload, cell), clear));
                long at = cell * ROOM;
                while (sealed.hasRemaining()) {
                    at += channel.write(sealed, at);
                }
            }
            channel.force(true);
        }
    }

    void delete(UUID upload) throws IOException {
        Files.deleteIfExists(file(upload));
    }

    /// @param length all of it is here
    Content content(UUID upload, MessageId message, long length) {
        return new Cells(upload, message, length);
    }

    private byte[] cell(UUID upload, MessageId message, long cell, int clear) throws IOException {
        ByteBuffer sealed = ByteBuffer.allocate(clear + AROUND);
        try (FileChannel channel = FileChannel.open(file(upload), StandardOpenOption.READ)) {
            while (sealed.hasRemaining()) {
                if (channel.read(sealed, cell * ROOM + sealed.position()) < 0) {
                    throw new EOFException("The file of an upload ends before cell " + cell);
                }
            }
        }
        return keys.open(message, place(upload, cell), sealed.array());
    }

    private Path file(UUID upload) {
        return folder.resolve(upload + ".upload");
    }

    private static String place(UUID upload, long cell) {
        return "upload|cell|" + upload + "|" + cell;
    }

    /// Keeps the cell that was read last.
    private final class Cells implements Content {
        private final UUID upload;
        private final MessageId message;
        private final long length;
        private long lastCell = -1;
        private byte[] last = new byte[0];

        private Cells(UUID upload, MessageId message, long length) {
            this.upload = upload;
            this.message = message;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public byte[] read(long position, int count) throws IOException {
            int wanted = Math.clamp(length - position, 0, count);
            ByteBuffer bytes = ByteBuffer.allocate(wanted);
            long at = position;
            while (bytes.hasRemaining()) {
                byte[] cell = cell(at / CELL);
                int from = (int) (at % CELL);
                int now = Math.min(bytes.remaining(), cell.length - from);
                bytes.put(cell, from, now);
                at += now;
            }
            return bytes.array();
        }

        private byte[] cell(long cell) throws IOException {
            if (cell != lastCell) {
                last = UploadFiles.this.cell(upload, message, cell, (int) Math.min(CELL, length - cell * CELL));
                lastCell = cell;
            }
            return last;
        }
    }
}
