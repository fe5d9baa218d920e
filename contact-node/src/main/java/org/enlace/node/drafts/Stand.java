package org.enlace.node.drafts;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a draft stood when a page was shown, and which page that was. The page sends it with its form, so that
/// what comes late from one page does not take away what another has saved since.
///
/// @param revision how often the draft had been saved
record Stand(int revision, String page) {
    /// The hidden field of the form.
    static final String FIELD = "_stand";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\.([0-9a-f-]{36})");

    /// Of a page that is shown now.
    static Stand fresh(Now now) {
        return new Stand(now.revision(), UUID.randomUUID().toString());
    }

    /// Empty for a form that says nothing of it.
    static Optional<Stand> of(@Nullable String sent) {
        var found = FORM.matcher(sent == null ? "" : sent);
        return found.matches()
                ? Optional.of(new Stand(Integer.parseInt(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    /// How a draft stands.
    ///
    /// @param savedBy the page that saves it by itself; null after a button
    record Now(int revision, @Nullable String savedBy) {}

    /// Whether another page has saved the draft since.
    boolean isOvertaken(Now now) {
        return revision != now.revision() && !page.equals(now.savedBy());
    }

    /// Its form in a page.
    @Override
    public String toString() {
        return revision + "." + page;
    }
}
