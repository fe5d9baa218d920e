package org.enlace.node.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.enlace.node.inspection.Verdict.Reason;

/// Words in UTF-8 that no program takes for anything else.
final class PlainTextFile {

    private PlainTextFile() {}

    static Cleaned check(Content content) throws IOException {
        Cleaned cleaned = Cleaned.asItIs(content);
        try (InputStream in = cleaned.open();
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            char[] some = new char[32 * 1024];
            boolean blank = true;
            for (int count = text.read(some); count >= 0; count = text.read(some)) {
                for (int i = 0; i < count; i++) {
                    if (isControl(some[i])) {
                        throw Misformed.broken();
                    }
                    if (blank && some[i] == '<') {
                        throw new Misformed(Reason.KIND);
                    }
                    blank &= Character.isWhitespace(some[i]) || some[i] == '\uFEFF';
                }
            }
            return cleaned;
        } catch (CharacterCodingException e) {
            throw Misformed.broken();
        }
    }

    private static boolean isControl(char c) {
        return Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    }
}
