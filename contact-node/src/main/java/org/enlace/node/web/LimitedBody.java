package org.enlace.node.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body may be 256 KiB long, also when it does not say its length.
final class LimitedBody extends HttpServletRequestWrapper {
    static final int BYTES_MAX = 256 * 1024;

    LimitedBody(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    /// The body went past the limit while it was read.
    static final class TooLarge extends IOException {
        TooLarge() {
            super("The body is longer than " + BYTES_MAX + " bytes");
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = body.read(into, from, length);
            if (count > 0) {
                count(count);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int more) throws TooLarge {
            read += more;
            if (read > BYTES_MAX) {
                throw new TooLarge();
            }
        }
    }
}
