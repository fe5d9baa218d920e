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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.attachment.Chunk;
import org.enlace.message.NodeId;

/// Sealed chunks in the files of one folder, each at its place in the file of its attachment. What is in these
/// files says nothing without the keys, which rest with the messages; their names are random.
final class ChunkFiles {
    private static final FileAttribute<?> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /// What files leave free on their disk for everything else.
    static final long LEFT_FREE = 256L * 1024 * 1024;

    private static final Set<StandardOpenOption> WRITING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final Path folder;

    ChunkFiles(Path folder) {
        this.folder = folder;
    }

    /// Which file.
    ///
    /// @param member on whose topic the chunks travel
    record Place(NodeId member, UUID attachment) {}

    /// @param sealed by place in the attachment
    void write(Place place, Map<Integer, byte[]> sealed) throws IOException {
        Path file = file(place);
        Files.createDirectories(file.getParent(), OWN_FOLDER);
        if (Files.getFileStore(folder).getUsableSpace() < LEFT_FREE) {
            throw new IOException("The disk of the attachments is full");
        }
        try (FileChannel channel = FileChannel.open(file, WRITING, OWN_FILE)) {
            for (Map.Entry<Integer, byte[]> chunk : sealed.entrySet()) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk.getValue());
                long at = start(chunk.getKey());
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }
        }
    }

    /// What was written is there also after a power cut, once this returns.
    void sync(Place place) throws IOException {
        try (FileChannel channel = FileChannel.open(file(place), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    byte[] read(Place place, int index) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Chunk.SEALED_BYTES);
        try (FileChannel channel = FileChannel.open(file(place), StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, start(index) + bytes.position()) < 0) {
                    throw new EOFException("The file of an attachment ends before chunk " + index);
                }
            }
        }
        return bytes.array();
    }

    void delete(Place place) throws IOException {
        Files.deleteIfExists(file(place));
    }

    private Path file(Place place) {
        return folder.resolve(place.member().value()).resolve(place.attachment() + ".sealed");
    }

    private static long start(int index) {
        return (long) index * Chunk.SEALED_BYTES;
    }
}
