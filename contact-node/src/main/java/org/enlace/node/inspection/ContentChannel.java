package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A file for a library that reads channels.
final class ContentChannel implements SeekableByteChannel {
    private static final int READ_MAX = 64 * 1024;

    private final Content content;
    private long position;
    private boolean open = true;

    ContentChannel(Content content) {
        this.content = content;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (position >= content.length()) {
            return -1;
        }
        byte[] bytes = content.read(position, Math.min(READ_MAX, to.remaining()));
        to.put(bytes);
        position += bytes.length;
        return bytes.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        if (to < 0) {
            throw new IllegalArgumentException("A position is not below 0");
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return content.length();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
