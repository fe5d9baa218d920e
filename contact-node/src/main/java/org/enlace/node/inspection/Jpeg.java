package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Keeps the picture, its colours and which side is up; takes out camera, place, time, preview, comments, and whatever
/// stands behind the picture.
///
/// @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
final class Jpeg {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int ORIENTATION = 0x0112;

    private final ContentReader in;
    private final Cleaned.Building out;
    private boolean framed;
    private boolean turned;

    private Jpeg(Content content) {
        this.in = new ContentReader(content);
        this.out = new Cleaned.Building(content);
    }

    static Cleaned clean(Content content) throws IOException {
        return new Jpeg(content).clean();
    }

    private Cleaned clean() throws IOException {
        in.skip(2);
        out.put((byte) 0xFF, (byte) SOI);
        boolean scanned = false;
        for (int marker = marker(); marker != EOI; marker = marker()) {
            if (marker == SOI) {
                throw Misformed.broken();
            }
            if (standsAlone(marker)) {
                continue;
            }
            segment(marker);
            if (marker == SOS) {
                scanned = true;
                scan();
            }
        }
        if (!framed || !scanned) {
            throw Misformed.broken();
        }
        return out.put((byte) 0xFF, (byte) EOI).done();
    }

    private int marker() throws IOException {
        if (in.u8() != 0xFF) {
            throw Misformed.broken();
        }
        int marker = in.u8();
        while (marker == 0xFF) {
            marker = in.u8();
        }
        return marker;
    }

    private void segment(int marker) throws IOException {
        long start = in.position();
        int length = in.u16();
        if (length < 2) {
            throw Misformed.broken();
        }
        if (isFrame(marker)) {
            in.skip(1);
            int height = in.u16();
            Pixels.check(in.u16(), height);
            framed = true;
        }
        in.seek(start + 2);
        if (keeps(marker, length)) {
            out.put((byte) 0xFF, (byte) marker).keep(start, length);
        } else if (marker == APP1 && !turned) {
            in.seek(start + 2);
            turn(in.bytes(length - 2));
        }
        in.seek(start + length);
    }

    /// Only colours of what programs say about a picture.
    private boolean keeps(int marker, int length) throws IOException {
        boolean ofPrograms = (marker >= APP0 && marker <= APP15) || marker == COM;
        return !ofPrograms
                || (marker == APP0 && starts("JFIF\0", length))
                || (marker == APP2 && starts("ICC_PROFILE\0", length))
                || (marker == APP14 && starts("Adobe", length));
    }

    private boolean starts(String with, int length) throws IOException {
        byte[] first = in.bytes(Math.min(with.length(), length - 2));
        return with.equals(new String(first, StandardCharsets.ISO_8859_1));
    }

    /// Goes through the coded picture up to the next marker that ends it.
    private void scan() throws IOException {
        long start = in.position();
        while (true) {
            if (in.u8() != 0xFF) {
                continue;
            }
            long at = in.position() - 1;
            int next = in.u8();
            while (next == 0xFF) {
                at = in.position() - 1;
                next = in.u8();
            }
            if (next != 0 && !(next >= 0xD0 && next <= 0xD7)) {
                out.keep(start, at - start);
                in.seek(at);
                return;
            }
        }
    }

    /// Says again which side is up, and nothing else of what the camera said.
    private void turn(byte[] exif) throws Misformed {
        int up = orientation(exif);
        if (up >= 2 && up <= 8) {
            turned = true;
            out.put((byte) 0xFF, (byte) APP1)
                    .put(ByteBuffer.allocate(34)
                            .putShort((short) 34)
                            .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                            .putInt(8)
                            .putShort((short) 1)
                            .putShort((short) ORIENTATION)
                            .putShort((short) 3)
                            .putInt(1)
                            .putShort((short) up)
                            .putShort((short) 0)
                            .putInt(0)
                            .array());
        }
    }

    /// @return 0 if it is not said
    private static int orientation(byte[] exif) {
        if (exif.length < 14 || !"Exif\0\0".equals(new String(exif, 0, 6, StandardCharsets.ISO_8859_1))) {
            return 0;
        }
        ByteBuffer tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if (at + 12 > tiff.limit()) {
                return 0;
            }
            if ((tiff.getShort(at) & 0xffff) == ORIENTATION && tiff.getShort(at + 2) == 3) {
                return tiff.getShort(at + 8);
            }
        }
        return 0;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }
}
