package org.enlace.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.enlace.message.MessageId;

/// Opens the chunks of one attachment, each for itself or all as one stream.
public final class AttachmentOpener {
    private final Attachment attachment;
    private final ChunkCipher cipher;

    /// @param message that names the attachment
    public AttachmentOpener(Attachment attachment, MessageId message) {
        this.attachment = attachment;
        this.cipher = ChunkCipher.of(attachment, message);
    }

    /// Where the sealed chunks are.
    public interface Source {
        /// @param index from 0; asked for one after the other
        /// @return the sealed bytes, whatever they are
        byte[] sealed(int index) throws IOException;
    }

    /// @return the clear bytes; nothing unless this chunk was sealed for this place of this attachment
    public Optional<byte[]> open(Chunk chunk) {
        return chunk.attachment().equals(attachment.id())
                ? cipher.open(chunk.index(), chunk.sealed())
                : Optional.empty();
    }

    /// The clear bytes, one chunk at a time. A byte of a chunk is given out only after all of it was proven to be
    /// right, and the end is reached only if the whole has the digest that was signed.
    ///
    /// @return a stream that throws [DamagedAttachment] where the first wrong chunk begins
    public InputStream stream(Source source) {
        return new ClearStream(attachment, cipher, source);
    }
}
