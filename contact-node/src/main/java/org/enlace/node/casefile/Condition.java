package org.enlace.node.casefile;

import org.jspecify.annotations.Nullable;

/// What the sender demands of everyone who reads a message: handling H3, in the sender's own words.
///
/// @param language of the words, ISO 639-3, null if the sender did not say
public record Condition(String text, @Nullable String language) {
    /// Prints nothing: the words are the sender's.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
