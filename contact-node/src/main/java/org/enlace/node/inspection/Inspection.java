package org.enlace.node.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.enlace.node.inspection.Verdict.Fit;
import org.enlace.node.inspection.Verdict.Reason;
import org.enlace.node.inspection.Verdict.Unfit;
import org.springframework.stereotype.Component;

/// Finds out what a file is, by nothing but its content, and what of it travels. Decodes no picture and unpacks no
/// archive; reads a few kilobytes at a time.
@Component
public class Inspection {
    private static final int HEAD = 64 * 1024;
    private static final Set<Remainder> PROPERTIES = Set.of(Remainder.DOCUMENT_PROPERTIES);

    /// @throws IOException if the file itself cannot be read
    public Verdict inspect(Content content) throws IOException {
        if (content.length() == 0) {
            return new Unfit(Reason.EMPTY);
        }
        try {
            return look(content);
        } catch (Misformed e) {
            return new Unfit(e.reason());
        }
    }

    private static Verdict look(Content content) throws IOException {
        String type = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(content.read(0, HEAD)), new Metadata())
                .toString();
        return switch (type) {
            case "image/jpeg" -> new Fit(FileKind.JPEG, Jpeg.clean(content), Set.of());
            case "image/png", "image/apng" -> new Fit(FileKind.PNG, Png.clean(content), Set.of());
            case "application/pdf" -> {
                Ends.ofPdf(content);
                yield alone(content, new Fit(FileKind.PDF, Cleaned.asItIs(content), PROPERTIES));
            }
            case "text/plain" -> alone(content, new Fit(FileKind.TEXT, PlainTextFile.check(content), Set.of()));
            case "audio/mpeg" -> alone(content, new Fit(FileKind.MP3, Mp3.clean(content), Set.of()));
            case "video/mp4", "audio/mp4", "application/mp4", "video/quicktime", "video/x-m4v", "video/3gpp" ->
                alone(content, Mp4.clean(content));
            case "application/ogg", "audio/ogg", "video/ogg", "audio/vorbis", "audio/opus", "video/theora" ->
                alone(content, new Fit(FileKind.OGG, Cleaned.asItIs(content), Set.of(Remainder.RECORDING_COMMENTS)));
            case "application/zip",
                    "application/x-tika-ooxml",
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.oasis.opendocument.spreadsheet" ->
                new Fit(Document.kind(content), Cleaned.asItIs(content), PROPERTIES);
            default -> new Unfit(Reason.KIND);
        };
    }

    private static Fit alone(Content content, Fit fit) throws IOException {
        Ends.withoutArchive(content);
        return fit;
    }
}
