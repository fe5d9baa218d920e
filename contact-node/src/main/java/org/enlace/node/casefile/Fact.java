package org.enlace.node.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line about a message: what it is about, in the reader's language, and what is said.
///
/// @param values as they are shown; free text and names as they were written
/// @param language of free text, BCP 47; null for what is in the reader's own words
public record Fact(
        String label, List<String> values, @Nullable String language) {
    public Fact {
        values = List.copyOf(values);
    }

    /// Prints no value: some are a person's.
    @Override
    public String toString() {
        return label;
    }
}
