package org.enlace.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.person.Sensitive;

/// Seals one file after the other for a message, each under a key of its own. Holds one chunk at a time, however large
/// the file.
public final class AttachmentSealer {
    private final SecureRandom random;

    public AttachmentSealer(SecureRandom random) {
        this.random = random;
    }

    /// Where the chunks go, in their order.
    public interface Sink {
        void put(Chunk chunk) throws IOException;
    }

    /// @param number place in the message, from 1
    /// @param name a file name as [Attachment] wants it
    /// @param length of all that `clear` gives
    /// @return what the message says about it; worth nothing if this throws
    /// @throws IOException if reading or putting away fails, or the file has another length
    public Attachment seal(
            MessageId message,
            int number,
            Sensitive<String> name,
            String mediaType,
            long length,
            InputStream clear,
            Sink to)
            throws IOException {
        byte[] key = bytes(ChunkCipher.KEY_BYTES);
        byte[] salt = bytes(ChunkCipher.SALT_BYTES);
        UUID id = id();
        ChunkCipher cipher = new ChunkCipher(key, salt, message, number, length);
        MessageDigest ofClear = Sha256.start();
        MessageDigest ofSealed = Sha256.start();
        for (int index = 0; index < cipher.chunks(); index++) {
            byte[] part = clear.readNBytes(cipher.clearBytes(index));
            if (part.length != cipher.clearBytes(index)) {
                throw new IOException("The file is shorter than was said");
            }
            ofClear.update(part);
            byte[] chunk = cipher.seal(index, part);
            ofSealed.update(chunk);
            to.put(new Chunk(id, index, chunk));
        }
        if (clear.read() >= 0) {
            throw new IOException("The file is longer than was said");
        }
        HexFormat hex = HexFormat.of();
        return new Attachment(
                id,
                number,
                name,
                mediaType,
                length,
                Sha256.hex(ofClear),
                Sha256.hex(ofSealed),
                Sensitive.of(hex.formatHex(key)),
                hex.formatHex(salt),
                cipher.chunks());
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A UUID of version 4: no time in it, so that nothing joins it to its message.
    private UUID id() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
