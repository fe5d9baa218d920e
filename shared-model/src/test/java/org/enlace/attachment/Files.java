package org.enlace.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.enlace.message.MessageId;
import org.enlace.person.Sensitive;

/// Files to be sealed, each with bytes of its own.
final class Files {
    static final MessageId MESSAGE = MessageId.next(Instant.parse("2026-11-22T12:00:00Z"), new Random(1));

    private Files() {}

    /// @param sealed by chunk, free to be changed
    record SealedFile(Attachment attachment, List<byte[]> sealed) {

        /// All clear bytes, or none of them.
        byte[] open() throws IOException {
            return open(attachment, MESSAGE);
        }

        byte[] open(Attachment as, MessageId of) throws IOException {
            return new AttachmentOpener(as, of).stream(sealed::get).readAllBytes();
        }
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static SealedFile sealed(byte[] clear) throws IOException {
        return sealed(clear, "plan.pdf", 1);
    }

    static SealedFile sealed(byte[] clear, String name, int number) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        Attachment attachment = new AttachmentSealer(new SecureRandom())
                .seal(
                        MESSAGE,
                        number,
                        Sensitive.of(name),
                        "application/pdf",
                        clear.length,
                        new ByteArrayInputStream(clear),
                        chunk -> chunks.add(chunk.sealed()));
        return new SealedFile(attachment, chunks);
    }
}
