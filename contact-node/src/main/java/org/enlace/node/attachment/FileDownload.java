package org.enlace.node.attachment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.enlace.node.inspection.FileKind;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// A file that is handed out: as bytes to be stored under a name that harms nobody, and never as something that a
/// browser shows by itself. Whether it may be, was decided and written down by whoever calls.
///
/// @param mediaType as its author's node found it by the content
/// @param length of all that the content gives
public record FileDownload(Sensitive<String> name, String mediaType, long length, InputStream content) {
    /// What some system would take for something else than part of a name.
    private static final Pattern RESERVED = Pattern.compile("[<>:\"/\\\\|?*]");

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:con|prn|aux|nul|clock\\$|com[0-9]|lpt[0-9])(?:\\..*)?");

    private static final Pattern ENDS_UNSEEN = Pattern.compile("[. ]+$");
    private static final Pattern BEGINS_HIDDEN = Pattern.compile("^[. ~]+");

    public void to(HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(length);
        response.setHeader("Content-Disposition", disposition());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        try (content;
                var out = response.getOutputStream()) {
            content.transferTo(out);
        }
    }

    /// As RFC 6266 has it. Who does not know its longer form gets a name that says nothing.
    @ShowsPersonalData
    private String disposition() {
        return "attachment; filename=\"file." + ending() + "\"; filename*=UTF-8''" + encoded(safe(name.reveal()));
    }

    private String ending() {
        return FileKind.ofMediaType(mediaType)
                .map(kind -> kind.shortName().toLowerCase(Locale.ROOT))
                .orElse("bin");
    }

    /// It opens as what it was found to be, whatever it was called, or as nothing.
    private String safe(String given) {
        var plain =
                BEGINS_HIDDEN.matcher(RESERVED.matcher(given).replaceAll("_")).replaceAll("_");
        var shown = ENDS_UNSEEN.matcher(plain).replaceAll("_");
        var named = DEVICE.matcher(shown).matches() ? "_" + shown : shown;
        return FileKind.ofMediaType(mediaType).map(kind -> kind.named(named)).orElse(named + ".bin");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
