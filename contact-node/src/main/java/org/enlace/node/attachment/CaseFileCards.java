package org.enlace.node.attachment;

import java.util.List;
import org.enlace.node.casefile.CaseScreen;
import org.enlace.node.casefile.FileCards;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the page of a case says about the files of a message, to everybody who sees that message: how far each has
/// come, and not what it is called.
@Component
class CaseFileCards implements FileCards {
    private final MessageFiles files;

    CaseFileCards(MessageFiles files) {
        this.files = files;
    }

    @Override
    public CaseScreen.@Nullable Files of(MessageEntry message, PageContext page) {
        List<AttachmentProgress> all = files.progress(message.id());
        return all.isEmpty()
                ? null
                : new CaseScreen.Files(
                        "/messages/" + message.id() + "/files",
                        all.stream().map(file -> line(file, page)).toList());
    }

    private static CaseScreen.FileLine line(AttachmentProgress file, PageContext page) {
        return new CaseScreen.FileLine(
                file.number(), FileWords.state(file, page), file.state().tone(), file.done() * 100 / file.chunks());
    }
}
