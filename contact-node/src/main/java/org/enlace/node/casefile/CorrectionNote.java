package org.enlace.node.casefile;

import java.util.Locale;
import java.util.regex.Pattern;

/// What the sender of a correction is told once an officer has read it, the same in all languages: `CORRECTION_READ 2`.
final class CorrectionNote {
    private static final Pattern NOTE = Pattern.compile("CORRECTION_READ ([0-9]{1,4})");

    private CorrectionNote() {}

    /// @param number of the version that was read
    static CaseEvent.Words of(int number) {
        return new CaseEvent.Words(null, null, "CORRECTION_READ " + number, null);
    }

    /// Such a note in the words of its reader; any other stays as it is.
    static String inWords(String note, Labels labels, Locale reader) {
        var told = NOTE.matcher(note);
        return told.matches()
                ? labels.text(reader, "casefile.event.correction-read.version", "number", told.group(1))
                : note;
    }
}
