package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Keeps the sound, without the tags before and behind it.
///
/// @see <a href="https://id3.org/id3v2.4.0-structure">ID3v2.4</a>
final class Mp3 {
    private static final int ID3V1 = 128;
    private static final int APE = 32;

    private Mp3() {}

    static Cleaned clean(Content content) throws IOException {
        long from = begin(content);
        long to = end(content);
        byte[] first = content.read(from, 2);
        if (to - from < 4 || first.length < 2 || (first[0] & 0xff) != 0xFF || (first[1] & 0xE0) != 0xE0) {
            throw Misformed.broken();
        }
        return new Cleaned.Building(content).keep(from, to - from).done();
    }

    private static long begin(Content content) throws IOException {
        long from = 0;
        byte[] head = content.read(from, 10);
        while (head.length == 10 && starts(head, "ID3")) {
            long size = 0;
            for (int i = 6; i < 10; i++) {
                if (head[i] < 0) {
                    throw Misformed.broken();
                }
                size = (size << 7) | head[i];
            }
            from += 10 + size + ((head[5] & 0x10) == 0 ? 0 : 10);
            head = content.read(from, 10);
        }
        return from;
    }

    private static long end(Content content) throws IOException {
        long to = content.length();
        if (to >= ID3V1 && starts(content.read(to - ID3V1, 3), "TAG")) {
            to -= ID3V1;
        }
        byte[] foot = to >= APE ? content.read(to - APE, APE) : new byte[0];
        if (foot.length == APE && starts(foot, "APETAGEX")) {
            long size = 0;
            for (int i = 15; i >= 12; i--) {
                size = (size << 8) | (foot[i] & 0xff);
            }
            to -= size + ((foot[23] & 0x80) == 0 ? 0 : APE);
        }
        return to;
    }

    private static boolean starts(byte[] bytes, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }
}
