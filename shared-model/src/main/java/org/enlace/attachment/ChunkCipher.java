package org.enlace.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.message.MessageId;
import org.enlace.person.ShowsPersonalData;

/// Seals and opens the chunks of one attachment of one message: AES-256-GCM over segments of 64 KiB in the STREAM
/// construction. Each chunk stands for itself, in any order and again and again; none fits in another place, in another
/// attachment or in another message, and what is cut off is missed.
///
/// @see <a href="https://eprint.iacr.org/2015/189">Hoang, Reyhanitabar, Rogaway, Vizár</a>
/// @see <a href="../../../../../../docs/protocol.md#14-attachments">protocol §14</a>
final class ChunkCipher {
    static final int KEY_BYTES = 32;
    static final int SALT_BYTES = 32;
    static final int TAG_BYTES = 16;

    private static final byte[] LABEL = "enlace-attachment-v1".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX_BYTES = 7;
    private static final int NONCE_BYTES = 12;
    private static final int SEALED_SEGMENT = Chunk.SEGMENT_BYTES + TAG_BYTES;
    private static final int SEGMENTS = Chunk.CLEAR_BYTES / Chunk.SEGMENT_BYTES;

    private final SecretKey key;
    private final byte[] prefix;
    private final long length;
    private final int chunks;

    /// @param fileKey 32 random bytes that no other attachment has
    /// @param number of the attachment in the message, from 1
    /// @param length clear bytes of the whole
    ChunkCipher(byte[] fileKey, byte[] salt, MessageId message, int number, long length) {
        byte[] derived = derive(fileKey, salt, message, number, length);
        this.key = new SecretKeySpec(derived, 0, KEY_BYTES, "AES");
        this.prefix = Arrays.copyOfRange(derived, KEY_BYTES, derived.length);
        this.length = length;
        this.chunks = Chunk.count(length);
        Arrays.fill(derived, (byte) 0);
    }

    @ShowsPersonalData
    static ChunkCipher of(Attachment attachment, MessageId message) {
        HexFormat hex = HexFormat.of();
        return new ChunkCipher(
                hex.parseHex(attachment.key().reveal()),
                hex.parseHex(attachment.salt()),
                message,
                attachment.number(),
                attachment.length());
    }

    /// @param clear what belongs at this place: full chunks, and in the last one what is left
    byte[] seal(int index, byte[] clear) {
        if (clear.length != clearBytes(index)) {
            throw new IllegalArgumentException("Chunk " + index + " has " + clearBytes(index) + " clear bytes");
        }
        byte[] padded = Arrays.copyOf(clear, Chunk.CLEAR_BYTES);
        byte[] sealed = new byte[Chunk.SEALED_BYTES];
        try {
            for (int i = 0; i < SEGMENTS; i++) {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, index, i);
                cipher.doFinal(padded, i * Chunk.SEGMENT_BYTES, Chunk.SEGMENT_BYTES, sealed, i * SEALED_SEGMENT);
            }
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot encrypt with AES-GCM", e);
        }
    }

    /// @return the clear bytes of the whole chunk, without padding; nothing at all unless every segment of it is what
    /// was sealed for this place
    Optional<byte[]> open(int index, byte[] sealed) {
        if (index < 0 || index >= chunks || sealed.length != Chunk.SEALED_BYTES) {
            return Optional.empty();
        }
        byte[] padded = new byte[Chunk.CLEAR_BYTES];
        try {
            for (int i = 0; i < SEGMENTS; i++) {
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, index, i);
                cipher.doFinal(sealed, i * SEALED_SEGMENT, SEALED_SEGMENT, padded, i * Chunk.SEGMENT_BYTES);
            }
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot decrypt with AES-GCM", e);
        }
        int clear = clearBytes(index);
        for (int i = clear; i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(padded, clear));
    }

    int chunks() {
        return chunks;
    }

    /// Clear bytes of the chunk at this place.
    int clearBytes(int index) {
        return (int) Math.min(Chunk.CLEAR_BYTES, length - (long) index * Chunk.CLEAR_BYTES);
    }

    private Cipher cipher(int mode, int index, int segment) throws GeneralSecurityException {
        boolean last = index == chunks - 1 && segment == SEGMENTS - 1;
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .put(prefix)
                .putInt(index * SEGMENTS + segment)
                .put((byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        return cipher;
    }

    private static byte[] derive(byte[] fileKey, byte[] salt, MessageId message, int number, long length) {
        if (fileKey.length != KEY_BYTES || salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("Key and salt of an attachment have 32 bytes each");
        }
        if (number < 1 || number > Attachments.COUNT_MAX || length < 1 || length > Attachment.LENGTH_MAX) {
            throw new IllegalArgumentException("An attachment has a number and a length within the limits");
        }
        byte[] info = ByteBuffer.allocate(LABEL.length + 16 + 4 + 8)
                .put(LABEL)
                .putLong(message.value().getMostSignificantBits())
                .putLong(message.value().getLeastSignificantBits())
                .putInt(number)
                .putLong(length)
                .array();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(fileKey)
                            .addSalt(salt)
                            .thenExpand(info, KEY_BYTES + PREFIX_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HKDF with SHA-256", e);
        }
    }
}
