package org.enlace.node.drafts;

import org.jspecify.annotations.Nullable;

/// One field of a form.
///
/// @param name in the form, unique within its card or group
/// @param label key of its text
/// @param list id of the code list that it chooses from, where it does
/// @param withheld whether its answer opens only for some; the preview then names the question and hides the answer
public record Question(
        String name,
        Kind kind,
        String label,
        @Nullable String list,
        @Nullable String hint,
        boolean withheld) {
    public enum Kind {
        TEXT,
        AREA,
        SELECT,
        CHECKS,
        RADIOS,
        COUNTRY,
        COUNTRIES,
        /// Countries, stateless and not specified.
        CITIZENSHIPS,
        LANGUAGE,
        DATE,
        MOMENT,
        NUMBER,
        /// A field of the message that it is about.
        FIELD,
        /// A single check box.
        TICK
    }

    public static Question of(String name, Kind kind, String label) {
        return new Question(name, kind, label, null, null, false);
    }

    public static Question of(String name, Kind kind, String label, String list) {
        return new Question(name, kind, label, list, null, false);
    }

    public Question hint(String key) {
        return new Question(name, kind, label, list, key, withheld);
    }

    public Question withholding() {
        return new Question(name, kind, label, list, hint, true);
    }
}
