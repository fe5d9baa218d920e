package org.enlace.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which languages the person understands and whether someone must interpret.
///
/// @param languages best first, at least one
/// @param preferredInterpreterGender code of list `gender`
public record LanguageNeed(
        List<Spoken> languages,
        Answer interpreterNeeded,
        @Nullable String preferredInterpreterGender) {

    public LanguageNeed {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /// @param code ISO 639-3, sign languages included
    /// @param level code of list `language-level`
    /// @param spokenOnly the person cannot read it
    public record Spoken(String code, @Nullable String level, boolean spokenOnly) {}
}
