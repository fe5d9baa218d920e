package org.enlace.node.attachment;

import org.enlace.node.web.PageContext;

/// Says how far a file has come, and what that means.
public final class FileWords {
    private FileWords() {}

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
