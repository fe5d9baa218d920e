package org.enlace.node.drafts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.Attachments;
import org.enlace.message.MessageId;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.attachment.NamedFile;
import org.enlace.node.attachment.Upload;
import org.enlace.node.attachment.Uploads;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.inspection.FileKind;
import org.enlace.node.inspection.Remainder;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Sizes;
import org.enlace.person.ShowsPersonalData;
import org.springframework.stereotype.Component;

/// Puts the files of a message that is being written, or waits for a second person, into words.
@Component
final class FileViews {
    private final WrittenFiles files;
    private final MessageFiles left;
    private final Corrections corrections;

    FileViews(WrittenFiles files, MessageFiles left, Corrections corrections) {
        this.corrections = corrections;
        this.files = files;
        this.left = left;
    }

    FileView of(Draft draft, PageContext page) {
        var all = files.of(draft.message());
        return new FileView(
                "/drafts/" + draft.id(),
                all.stream().map(upload -> line(upload, "", page)).toList(),
                Attachments.COUNT_MAX - all.size(),
                Attachments.COUNT_MAX,
                Attachment.LENGTH_MAX,
                0);
    }

    /// Of a draft that takes the place of a message: the files of that stay where they are.
    ///
    /// @param version of it
    FileView staying(Draft draft, MessageId version, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        return new FileView(
                "/drafts/" + draft.id(),
                List.of(),
                0,
                Attachments.COUNT_MAX,
                Attachment.LENGTH_MAX,
                corrections
                        .ours(version, officer)
                        .map(standing -> left.progress(standing.message().id()).size())
                        .orElse(0));
    }

    /// What a second person is shown; of what has left at once, what it left with.
    List<FileView.Line> toRelease(MessageId message, String path, PageContext page) {
        var waiting = files.of(message);
        return waiting.isEmpty()
                ? left.of(message).stream().map(file -> line(file, path, page)).toList()
                : waiting.stream().map(upload -> line(upload, path, page)).toList();
    }

    /// Why a file was not taken; empty if it was.
    Optional<String> against(Uploads.Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Uploads.Outcome.Taken _, Uploads.Outcome.Elsewhere _ -> Optional.empty();
            case Uploads.Outcome.NotThere _ -> Optional.of(page.text("compose.files.broken-off"));
            case Uploads.Outcome.Refused(var why) ->
                Optional.of(
                        switch (why) {
                            case LENGTH ->
                                page.text(
                                        "compose.files.length", "size", Sizes.of(page.locale(), Attachment.LENGTH_MAX));
                            case NAME -> page.text("compose.files.name");
                            case TOO_MANY -> page.text("compose.files.too-many", "n", Attachments.COUNT_MAX);
                            case PIECE -> page.text("compose.files.piece");
                            case ROOM -> page.text("compose.files.room");
                        });
        };
    }

    @ShowsPersonalData
    private static FileView.Line line(Upload upload, String path, PageContext page) {
        var kind = upload.kind();
        return new FileView.Line(
                upload.id().toString(),
                upload.number(),
                upload.name().reveal(),
                facts(kind == null ? "" : kind.shortName(), upload.length(), page.locale()),
                state(upload, page),
                upload.state() == Upload.State.REFUSED ? "stop" : upload.state() == Upload.State.READY ? "ok" : "wait",
                upload.state() == Upload.State.COMING,
                upload.received(),
                upload.length(),
                path.isEmpty() || upload.state() != Upload.State.READY ? null : path + "/files/" + upload.number());
    }

    @ShowsPersonalData
    private static FileView.Line line(NamedFile file, String path, PageContext page) {
        return new FileView.Line(
                file.progress().id().toString(),
                file.progress().number(),
                file.name().reveal(),
                facts(
                        FileKind.ofMediaType(file.mediaType())
                                .map(FileKind::shortName)
                                .orElse(""),
                        file.length(),
                        page.locale()),
                page.text("compose.files.left"),
                "ok",
                false,
                file.length(),
                file.length(),
                path + "/files/" + file.progress().number());
    }

    private static String facts(String kind, long length, Locale reader) {
        return Stream.of(kind, Sizes.of(reader, length))
                .filter(fact -> !fact.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private static String state(Upload upload, PageContext page) {
        return switch (upload.state()) {
            case COMING ->
                page.text(
                        "compose.files.coming",
                        "percent",
                        Math.toIntExact(upload.received() * 100 / Math.max(1, upload.length())));
            case HERE -> page.text("compose.files.here");
            case READY -> ready(upload, page);
            case REFUSED -> {
                var reason = upload.reason();
                yield page.text("compose.files.refused." + (reason == null ? Upload.Reason.KIND : reason));
            }
        };
    }

    private static String ready(Upload upload, PageContext page) {
        var words = Stream.concat(
                Stream.of(page.text(upload.scanned() ? "compose.files.ready" : "compose.files.unscanned")),
                upload.remains().stream().sorted().map(remainder -> remains(remainder, page)));
        return String.join(" ", words.toList());
    }

    private static String remains(Remainder remainder, PageContext page) {
        return page.text("compose.files.remains." + remainder);
    }
}
