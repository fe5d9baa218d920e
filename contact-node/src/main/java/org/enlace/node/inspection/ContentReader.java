package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads numbers and words out of a file, most significant byte first, going forward. Whatever stands behind the end is
/// [Misformed].
final class ContentReader {
    private static final int BUFFER = 64 * 1024;

    private final Content content;
    private byte[] buffer = new byte[0];
    private long bufferAt;
    private long position;

    ContentReader(Content content) {
        this.content = content;
    }

    long position() {
        return position;
    }

    long left() {
        return content.length() - position;
    }

    void seek(long to) throws Misformed {
        if (to < 0 || to > content.length()) {
            throw Misformed.broken();
        }
        position = to;
    }

    void skip(long count) throws Misformed {
        seek(position + count);
    }

    int u8() throws IOException {
        if (position < bufferAt || position >= bufferAt + buffer.length) {
            buffer = content.read(position, BUFFER);
            bufferAt = position;
            if (buffer.length == 0) {
                throw Misformed.broken();
            }
        }
        return buffer[(int) (position++ - bufferAt)] & 0xff;
    }

    int u16() throws IOException {
        return (u8() << 8) | u8();
    }

    long u32() throws IOException {
        return ((long) u16() << 16) | u16();
    }

    long u64() throws IOException {
        return (u32() << 32) | u32();
    }

    byte[] bytes(int count) throws IOException {
        if (count > left()) {
            throw Misformed.broken();
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    /// Four letters, as chunks and boxes have for a name.
    String name() throws IOException {
        return new String(bytes(4), StandardCharsets.ISO_8859_1);
    }
}
