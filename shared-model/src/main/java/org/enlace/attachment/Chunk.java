package org.enlace.attachment;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// One record of the topic for attachments. All have one size, so that it tells nothing. Whoever may write to the topic
/// chose the id and the index: they say where to look, and prove nothing.
///
/// @see <a href="../../../../../../docs/protocol.md#14-attachments">protocol §14</a>
public final class Chunk {
    /// Clear bytes of a segment, the unit that a tag protects.
    public static final int SEGMENT_BYTES = 64 * 1024;

    /// Clear bytes of a chunk.
    public static final int CLEAR_BYTES = 8 * SEGMENT_BYTES;

    /// Sealed bytes of a chunk: each segment with its tag.
    public static final int SEALED_BYTES = 8 * (SEGMENT_BYTES + ChunkCipher.TAG_BYTES);

    /// Bytes of a record: version, id, index, segments.
    public static final int RECORD_BYTES = 1 + 16 + 4 + SEALED_BYTES;

    private static final byte VERSION = 1;

    private final UUID attachment;
    private final int index;
    private final byte[] sealed;

    /// @param index place in the attachment, from 0
    /// @param sealed [#SEALED_BYTES], not copied
    public Chunk(UUID attachment, int index, byte[] sealed) {
        if (index < 0 || index >= Attachment.CHUNKS_MAX || sealed.length != SEALED_BYTES) {
            throw new IllegalArgumentException("A chunk has eight sealed segments and a place in its attachment");
        }
        this.attachment = attachment;
        this.index = index;
        this.sealed = sealed;
    }

    /// @param record value of a record, as it left the broker
    /// @return nothing if it is not a chunk in this version
    public static Optional<Chunk> read(byte[] record) {
        if (record.length != RECORD_BYTES || record[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(record, 1, RECORD_BYTES - 1);
        UUID attachment = new UUID(in.getLong(), in.getLong());
        int index = in.getInt();
        return index < 0 || index >= Attachment.CHUNKS_MAX
                ? Optional.empty()
                : Optional.of(new Chunk(attachment, index, Arrays.copyOfRange(record, in.position(), RECORD_BYTES)));
    }

    /// How many chunks hold so many clear bytes.
    ///
    /// @param length at least 1, at most [Attachment#LENGTH_MAX]
    public static int count(long length) {
        return Math.toIntExact((length + CLEAR_BYTES - 1) / CLEAR_BYTES);
    }

    /// The value of the record.
    public byte[] record() {
        return ByteBuffer.allocate(RECORD_BYTES)
                .put(VERSION)
                .putLong(attachment.getMostSignificantBits())
                .putLong(attachment.getLeastSignificantBits())
                .putInt(index)
                .put(sealed)
                .array();
    }

    public UUID attachment() {
        return attachment;
    }

    public int index() {
        return index;
    }

    /// The bytes themselves, not a copy.
    public byte[] sealed() {
        return sealed;
    }
}
