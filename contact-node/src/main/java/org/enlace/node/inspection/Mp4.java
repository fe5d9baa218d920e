package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Blanks what a telephone says about a recording: place, maker, times. Nothing changes its place, because the
/// recording is found by its position in the file.
///
/// @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12</a>
final class Mp4 {
    private static final Set<String> TELLS = Set.of("udta", "meta", "uuid");
    private static final Set<String> HOLDS = Set.of("moov", "trak", "mdia");
    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");

    private final ContentReader in;
    private final Cleaned.Building out;
    private boolean moov;
    private boolean dataTrack;

    private Mp4(Content content) {
        this.in = new ContentReader(content);
        this.out = new Cleaned.Building(content);
    }

    static Verdict.Fit clean(Content content) throws IOException {
        Mp4 mp4 = new Mp4(content);
        mp4.boxes(content.length(), true);
        if (!mp4.moov) {
            throw Misformed.broken();
        }
        return new Verdict.Fit(FileKind.MP4, mp4.out.done(), mp4.dataTrack ? Set.of(Remainder.DATA_TRACK) : Set.of());
    }

    private void boxes(long end, boolean outermost) throws IOException {
        while (in.position() < end) {
            long start = in.position();
            long size = in.u32();
            String name = in.name();
            if (size == 1) {
                size = in.u64();
            } else if (size == 0 && outermost) {
                size = end - start;
            }
            long head = in.position() - start;
            if (size < head || size > end - start) {
                throw Misformed.broken();
            }
            moov |= outermost && name.equals("moov");
            box(name, start, head, start + size);
            in.seek(start + size);
        }
    }

    private void box(String name, long start, long head, long end) throws IOException {
        if (TELLS.contains(name)) {
            // The name of a box stands behind four bytes, however long the head is.
            out.keep(start, 4).put("free".getBytes(StandardCharsets.US_ASCII)).keep(start + 8, head - 8);
            out.blank(end - start - head);
        } else if (HOLDS.contains(name)) {
            out.keep(start, head);
            boxes(end, false);
        } else if (TIMED.contains(name)) {
            int version = in.u8();
            int times = version == 1 ? 16 : 8;
            if (end - start < head + 4 + times) {
                throw Misformed.broken();
            }
            out.keep(start, head + 4).blank(times).keep(start + head + 4 + times, end - start - head - 4 - times);
        } else {
            if (name.equals("hdlr") && end - start >= head + 12) {
                in.skip(8);
                dataTrack |= !Set.of("vide", "soun").contains(in.name());
            }
            out.keep(start, end - start);
        }
    }
}
