package org.enlace.node.attachment;

import org.enlace.node.inspection.FileKind;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Sizes;

/// Says how far a file has come, and what that means.
public final class FileWords {
    private FileWords() {}

    /// Of which kind it is and how long, and not what it is called.
    public static String facts(NamedFile file, PageContext page) {
        return facts(file.mediaType(), file.length(), page);
    }

    /// @param length in bytes
    public static String facts(String mediaType, long length, PageContext page) {
        var kind = FileKind.ofMediaType(mediaType).map(FileKind::shortName).orElse(mediaType);
        return kind + " · " + Sizes.of(page.locale(), length);
    }

    public static String state(AttachmentProgress file, PageContext page) {
        return page.text(
                "casefile.files.state." + file.state(),
                "done",
                file.done(),
                "all",
                file.chunks(),
                "time",
                page.time(file.since()));
    }
}
