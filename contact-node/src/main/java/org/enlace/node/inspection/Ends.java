package org.enlace.node.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.enlace.node.inspection.Verdict.Reason;

/// How files end: PDF as it has to, everything but archives without an archive at its end.
final class Ends {
    private static final int PDF_TAIL = 1024;
    private static final int ARCHIVE_END = 22;
    private static final int COMMENT_MAX = 65_535;

    private Ends() {}

    static void ofPdf(Content content) throws IOException {
        String head = text(content.read(0, 5));
        String tail = text(tail(content, PDF_TAIL));
        if (!head.equals("%PDF-") || !tail.contains("%%EOF")) {
            throw Misformed.broken();
        }
    }

    /// Programs for archives read from the end, so that one file can be two.
    static void withoutArchive(Content content) throws IOException {
        byte[] tail = tail(content, ARCHIVE_END + COMMENT_MAX);
        for (int i = 0; i + ARCHIVE_END <= tail.length; i++) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                int comment = (tail[i + 20] & 0xff) | ((tail[i + 21] & 0xff) << 8);
                if (i + ARCHIVE_END + comment == tail.length) {
                    throw new Misformed(Reason.TWO_FILES);
                }
            }
        }
    }

    private static byte[] tail(Content content, int count) throws IOException {
        return content.read(Math.max(0, content.length() - count), count);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
