package org.enlace.node.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files that travel: what investigators and case workers exchange, and nothing that runs.
public enum FileKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg jpeg"),
    PNG("image/png", "png"),
    TEXT("text/plain", "txt csv"),
    MP3("audio/mpeg", "mp3"),
    MP4("video/mp4", "mp4 m4a m4v mov 3gp"),
    OGG("application/ogg", "ogg oga ogv opus"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

    private final String mediaType;
    /// Without the dot, the usual one first.
    private final String endings;

    FileKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /// The kind that another node names so; empty for what this version does not know.
    public static Optional<FileKind> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /// As people call it: `PDF`, `JPG`.
    public String shortName() {
        return endings.split(" ", -1)[0].toUpperCase(Locale.ROOT);
    }

    /// The name, with an ending of this kind whatever ending it had: what looks like one thing must not open as
    /// another.
    public String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> all = List.of(endings.split(" ", -1));
        return all.stream().anyMatch(ending -> lower.endsWith("." + ending)) ? name : name + "." + all.getFirst();
    }
}
