package org.enlace.node.inspection;

import java.io.IOException;
import java.util.Set;

/// Keeps what makes the picture and its colours; takes out texts, times, place, further pictures, and whatever stands
/// behind the picture.
///
/// @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
final class Png {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs");

    private Png() {}

    static Cleaned clean(Content content) throws IOException {
        ContentReader in = new ContentReader(content);
        Cleaned.Building out = new Cleaned.Building(content).keep(0, SIGNATURE);
        in.skip(SIGNATURE);
        boolean first = true;
        boolean picture = false;
        while (true) {
            long start = in.position();
            long length = in.u32();
            String name = in.name();
            if (first != name.equals("IHDR")) {
                throw Misformed.broken();
            }
            if (first) {
                long width = in.u32();
                Pixels.check(width, in.u32());
                first = false;
            }
            picture |= name.equals("IDAT");
            in.seek(start + AROUND + length);
            if (KEPT.contains(name)) {
                out.keep(start, AROUND + length);
            } else if (Character.isUpperCase(name.charAt(0))) {
                // A part without which nobody can show the picture, and that we do not know.
                throw Misformed.broken();
            }
            if (name.equals("IEND")) {
                if (!picture) {
                    throw Misformed.broken();
                }
                return out.done();
            }
        }
    }
}
