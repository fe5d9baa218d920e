package org.enlace.node.export;

import java.util.List;
import org.enlace.node.access.Officer;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.FileWords;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Side;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The files that travelled with what leaves: of which kind, how long, to whom and when. They stay in the node, and so
/// does what they are called.
@Component
class ExportFiles {
    private final MessageFiles files;
    private final CaseFiles cases;
    private final CaseReading reading;

    ExportFiles(MessageFiles files, CaseFiles cases, CaseReading reading) {
        this.files = files;
        this.cases = cases;
        this.reading = reading;
    }

    /// @param mediaType null where the officer does not open files, as is the length in bytes
    record One(
            int number,
            AttachmentState state,
            @Nullable String mediaType,
            @Nullable Long length) {}

    /// What is written about the files of one message. That the officer is told of them is a line in the audit log.
    List<One> of(OpenedMessage open, Officer officer) {
        var message = open.entry().id();
        var all = files.progress(message);
        if (all.isEmpty() || !reading.filesTold(open, officer)) {
            return all.stream().map(ExportFiles::closed).toList();
        }
        return files.of(message).stream()
                .map(file ->
                        new One(file.progress().number(), file.progress().state(), file.mediaType(), file.length()))
                .toList();
    }

    private static One closed(AttachmentProgress file) {
        return new One(file.number(), file.state(), null, null);
    }

    /// The same in the words of the reader.
    List<String> lines(List<One> found, PageContext page) {
        return found.stream()
                .map(file -> page.text(
                        "web.pair",
                        "name",
                        page.text("casefile.files.number", "n", file.number()),
                        "value",
                        what(file, page)))
                .toList();
    }

    private static String what(One file, PageContext page) {
        var kind = file.mediaType();
        var length = file.length();
        return kind == null || length == null
                ? page.text("export.paper.file.closed")
                : FileWords.facts(kind, length, page);
    }

    /// To whom it went, if it is ours, and when.
    String way(OpenedMessage open, PageContext page) {
        var entry = open.entry();
        return entry.side() == Side.SENT
                ? page.text("export.paper.files.sent", "countries", to(open, page), "time", page.time(entry.sentAt()))
                : page.text(
                        "export.paper.files.received",
                        "country",
                        page.country(entry.partner()),
                        "time",
                        page.time(entry.storedAt()));
    }

    private String to(OpenedMessage open, PageContext page) {
        return String.join(
                ", ",
                cases.lives(open.entry()).keySet().stream().map(page::country).toList());
    }
}
