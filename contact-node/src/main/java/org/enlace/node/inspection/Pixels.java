package org.enlace.node.inspection;

import org.enlace.node.inspection.Verdict.Reason;

/// How large a picture may become on whoever's screen it opens.
final class Pixels {
    private static final long MAX = 40_000_000;

    private Pixels() {}

    static void check(long width, long height) throws Misformed {
        if (width < 1 || height < 1) {
            throw Misformed.broken();
        }
        if (width > MAX || height > MAX || width * height > MAX) {
            throw new Misformed(Reason.TOO_MANY_PIXELS);
        }
    }
}
