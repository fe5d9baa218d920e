package org.enlace.node.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A file as it travels: parts of the original, and little that was put in their place. Holds no content itself,
/// so it is small however large the file.
public final class Cleaned {
    private static final int PIECES_MAX = 20_000;
    private static final int READ_MAX = 64 * 1024;

    private final Content original;
    private final List<Piece> pieces;
    private final long length;

    private Cleaned(Content original, List<Piece> pieces) {
        this.original = original;
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToLong(Piece::length).sum();
    }

    static Cleaned asItIs(Content original) throws Misformed {
        return new Building(original).keep(0, original.length()).done();
    }

    public long length() {
        return length;
    }

    /// All of it, from the beginning. Reads the original as it goes.
    public InputStream open() {
        return new PieceStream();
    }

    private sealed interface Piece {
        long length();

        record Kept(long from, long length) implements Piece {}

        record Zeros(long length) implements Piece {}

        record Put(List<Byte> bytes) implements Piece {
            @Override
            public long length() {
                return bytes.size();
            }
        }
    }

    /// Puts a cleaned file together, in its order.
    static final class Building {
        private final Content original;
        private final List<Piece> pieces = new ArrayList<>();

        Building(Content original) {
            this.original = original;
        }

        Building keep(long from, long count) throws Misformed {
            if (count == 0) {
                return this;
            }
            if (!pieces.isEmpty()
                    && pieces.getLast() instanceof Piece.Kept(long before, long length)
                    && before + length == from) {
                pieces.removeLast();
                return add(new Piece.Kept(before, length + count));
            }
            return add(new Piece.Kept(from, count));
        }

        /// Keeps the place of what must not shift what comes after it.
        Building blank(long count) throws Misformed {
            return count == 0 ? this : add(new Piece.Zeros(count));
        }

        /// @param bytes a few
        Building put(byte... bytes) throws Misformed {
            List<Byte> few = new ArrayList<>();
            for (byte each : bytes) {
                few.add(each);
            }
            return add(new Piece.Put(List.copyOf(few)));
        }

        Cleaned done() {
            return new Cleaned(original, pieces);
        }

        private Building add(Piece piece) throws Misformed {
            pieces.add(piece);
            if (pieces.size() > PIECES_MAX) {
                throw Misformed.broken();
            }
            return this;
        }
    }

    private final class PieceStream extends InputStream {
        private byte[] ready = new byte[0];
        private int position;
        private int piece;
        private long done;

        @Override
        public int read() throws IOException {
            return fill() ? ready[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, to.length);
            if (count == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int now = Math.min(count, ready.length - position);
            System.arraycopy(ready, position, to, offset, now);
            position += now;
            return now;
        }

        private boolean fill() throws IOException {
            while (position == ready.length) {
                if (piece == pieces.size()) {
                    return false;
                }
                Piece current = pieces.get(piece);
                if (done == current.length()) {
                    piece++;
                    done = 0;
                    continue;
                }
                ready = next(current, (int) Math.min(READ_MAX, current.length() - done));
                done += ready.length;
                position = 0;
            }
            return true;
        }

        private byte[] next(Piece current, int count) throws IOException {
            return switch (current) {
                case Piece.Kept(long from, long _) -> {
                    byte[] bytes = original.read(from + done, count);
                    if (bytes.length != count) {
                        throw new IOException("The file became shorter while it was read");
                    }
                    yield bytes;
                }
                case Piece.Zeros _ -> new byte[count];
                case Piece.Put(var bytes) -> {
                    byte[] all = new byte[bytes.size()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = bytes.get(i);
                    }
                    yield all;
                }
            };
        }
    }
}
