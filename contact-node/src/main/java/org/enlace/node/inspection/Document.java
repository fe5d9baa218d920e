package org.enlace.node.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.enlace.node.inspection.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/// Documents of offices, which are archives: read by their list of contents, never unpacked.
final class Document {
    private static final int ENTRIES_MAX = 10_000;
    private static final int HEAD_MAX = 1024 * 1024;
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD = "wordprocessingml.document.main+xml";
    private static final String SHEET = "spreadsheetml.sheet.main+xml";
    /// Parts of a name that only what runs has.
    private static final List<String> PROGRAMS =
            List.of("vbaproject", "vbadata", "activex", "/embeddings/", "basic/", "scripts/", "object ", "macrosheets");

    private Document() {}

    static FileKind kind(Content content) throws IOException {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new ContentChannel(content))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            Set<String> names = names(archive);
            FileKind kind = kind(archive, names);
            for (String name : names) {
                if (PROGRAMS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains)) {
                    throw new Misformed(Reason.PROGRAM_INSIDE);
                }
            }
            return kind;
        } catch (Misformed e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw Misformed.broken();
        }
    }

    private static FileKind kind(ZipFile archive, Set<String> names) throws IOException {
        if (names.contains("mimetype")) {
            String type = head(archive, "mimetype").strip();
            return type.equals(FileKind.ODT.mediaType())
                    ? FileKind.ODT
                    : type.equals(FileKind.ODS.mediaType()) ? FileKind.ODS : notOurs();
        }
        if (!names.contains(TYPES)) {
            return notOurs();
        }
        String types = head(archive, TYPES);
        if (types.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw new Misformed(Reason.PROGRAM_INSIDE);
        }
        return types.contains(WORD) && names.contains("word/document.xml")
                ? FileKind.DOCX
                : types.contains(SHEET) && names.contains("xl/workbook.xml") ? FileKind.XLSX : notOurs();
    }

    private static Set<String> names(ZipFile archive) throws Misformed {
        List<String> all = new ArrayList<>();
        for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
            all.add(entries.nextElement().getName());
            if (all.size() > ENTRIES_MAX) {
                throw Misformed.broken();
            }
        }
        Set<String> names = new HashSet<>(all);
        // Of two entries with one name each program reads another.
        if (names.size() != all.size()) {
            throw Misformed.broken();
        }
        return names;
    }

    private static String head(ZipFile archive, String name) throws IOException {
        @Nullable ZipArchiveEntry entry = archive.getEntry(name);
        if (entry == null) {
            throw Misformed.broken();
        }
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(HEAD_MAX + 1);
            if (bytes.length > HEAD_MAX) {
                throw Misformed.broken();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static FileKind notOurs() throws Misformed {
        throw new Misformed(Reason.KIND);
    }
}
