package org.enlace.node.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.message.Mode;
import org.enlace.node.casefile.CaseSheets;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.export.CaseExport.Behind;
import org.enlace.node.paper.Paper;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a case file on paper.
@Component
class ExportPapers {
    private final CaseSheets sheets;
    private final ExcerptWords parts;
    private final ExportFiles files;
    private final Headlines headlines;
    private final Labels labels;
    private final Paper paper;

    ExportPapers(
            CaseSheets sheets, ExcerptWords parts, ExportFiles files, Headlines headlines, Labels labels, Paper paper) {
        this.files = files;
        this.sheets = sheets;
        this.parts = parts;
        this.headlines = headlines;
        this.labels = labels;
        this.paper = paper;
    }

    byte[] pdf(CaseExport export, PageContext page) {
        return paper.pdf("export/paper", Map.of("page", page, "paper", of(export, page)));
    }

    private ExportPaper of(CaseExport export, PageContext page) {
        var reader = page.locale();
        return new ExportPaper(
                export.reference().value(),
                page.day(export.at()),
                page.clock(export.at()),
                export.by().displayName(),
                page.text("export.purpose." + export.purpose().code()),
                mode(export, page),
                export.messages().stream()
                        .map(open -> message(export, open, page))
                        .toList(),
                export.excerpts().stream()
                        .map(excerpt -> parts.of(excerpt, page))
                        .toList(),
                sheets.timeline(
                        export.messages().stream().map(OpenedMessage::entry).toList(), export.events(), reader),
                lines(export.behind(), page));
    }

    /// What stays behind, in the words of the reader.
    List<ExportPaper.Line> lines(List<Behind> behind, PageContext page) {
        return behind.stream()
                .map(each -> new ExportPaper.Line(
                        page.text(
                                "export.behind.message",
                                "what",
                                headlines.type(each.message().gist(), page.locale()),
                                "country",
                                page.country(each.message().partner()),
                                "time",
                                page.time(each.message().storedAt())),
                        page.text(
                                "export.behind." + each.why().code(),
                                "country",
                                page.country(each.message().partner()))))
                .toList();
    }

    private @Nullable String mode(CaseExport export, PageContext page) {
        return Stream.concat(
                        export.messages().stream(), export.excerpts().stream().map(Excerpt::message))
                .map(open -> open.entry().mode())
                .filter(mode -> mode != Mode.ACTUAL)
                .findFirst()
                .map(mode -> mode(mode, page))
                .orElse(null);
    }

    /// @param mode what is not meant; null if all of it is
    @Nullable
    String mode(@Nullable Mode mode, PageContext page) {
        return mode == null ? null : labels.of("mode", mode, page.locale());
    }

    private ExportPaper.Message message(CaseExport export, OpenedMessage open, PageContext page) {
        var found = export.filesOf(open);
        return new ExportPaper.Message(
                sheets.of(open, export.persons(), page.locale()),
                found.isEmpty()
                        ? List.of()
                        : Stream.concat(files.lines(found, page).stream(), Stream.of(files.way(open, page)))
                                .toList());
    }
}
