package org.enlace.deploy.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A name that exists nowhere else, so that finding it anywhere in clear means that somebody's name would be there too.
///
/// It is looked for in the forms in which text ends up in files: UTF-8, UTF-16 in both orders, base64 at its three
/// offsets, hexadecimal, URL encoding, JSON escapes, and all of these inside gzip. (Attack T05.)
record Canary(String text) {
    private static final String GZIP = "\u001f\u008b\b";

    /// What to look for, as Latin-1 strings so that any file can be searched byte by byte.
    private List<String> forms() {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(latin1(utf8));
        forms.add(latin1(text.getBytes(StandardCharsets.UTF_16LE)));
        forms.add(latin1(text.getBytes(StandardCharsets.UTF_16BE)));
        for (int offset = 0; offset < 3; offset++) {
            ByteArrayOutputStream shifted = new ByteArrayOutputStream();
            shifted.writeBytes(new byte[offset]);
            shifted.writeBytes(utf8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted.toByteArray());
            // The first and last group also depend on the neighbours; what lies between depends on the name alone.
            forms.add(encoded.substring(4, encoded.length() - 4));
        }
        forms.add(HexFormat.of().formatHex(utf8));
        forms.add(HexFormat.of().formatHex(utf8).toUpperCase(Locale.ROOT));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(text.replace("Ñ", "\\u00d1"));
        forms.add(text.replace("Ñ", "\\u00D1"));
        return forms;
    }

    boolean isIn(byte[] bytes) {
        String haystack = latin1(bytes);
        return forms().stream().anyMatch(haystack::contains) || isPackedIn(bytes, haystack);
    }

    private boolean isPackedIn(byte[] bytes, String haystack) {
        for (int at = haystack.indexOf(GZIP); at >= 0; at = haystack.indexOf(GZIP, at + 1)) {
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
            try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
                packed.transferTo(unpacked);
            } catch (IOException e) {
                // Ended early, or only looked like gzip; what came out so far is searched.
                unpacked.writeBytes(new byte[0]);
            }
            if (isIn(unpacked.toByteArray())) {
                return true;
            }
        }
        return false;
    }

    boolean isIn(String content) {
        return isIn(content.getBytes(StandardCharsets.UTF_8));
    }

    /// The files under a folder that hold the canary in any form.
    List<Path> foundUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(this::isInFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInFile(Path file) {
        try {
            return isIn(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be searched, so nothing is proved", e);
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
