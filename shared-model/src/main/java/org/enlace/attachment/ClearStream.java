package org.enlace.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;

/// Gives out what the chunks hold, behind their proof.
final class ClearStream extends InputStream {
    private final Attachment attachment;
    private final ChunkCipher cipher;
    private final AttachmentOpener.Source source;
    private final MessageDigest digest = Sha256.start();
    private byte[] clear = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    ClearStream(Attachment attachment, ChunkCipher cipher, AttachmentOpener.Source source) {
        this.attachment = attachment;
        this.cipher = cipher;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return isEnd() ? -1 : clear[position++] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (isEnd()) {
            return -1;
        }
        int count = Math.min(length, clear.length - position);
        System.arraycopy(clear, position, to, offset, count);
        position += count;
        return count;
    }

    private boolean isEnd() throws IOException {
        if (ended || position < clear.length) {
            return ended;
        }
        if (next == cipher.chunks()) {
            if (!Sha256.hex(digest).equals(attachment.sha256())) {
                throw new DamagedAttachment(next);
            }
            ended = true;
            return true;
        }
        clear = cipher.open(next, source.sealed(next)).orElseThrow(() -> new DamagedAttachment(next));
        digest.update(clear);
        position = 0;
        next++;
        return false;
    }
}
