package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The page of one step.
///
/// @param country of the sender, as the reader calls it
/// @param text a field for words, null if the step has none
/// @param area whether those words may be many
/// @param chosen a field to choose from, null if the step has none
/// @param list whether the choice comes before the words
/// @param key names this form; empty if it may be sent more than once
/// @param general what stands against it and belongs to no field
public record StepScreen(
        Step step,
        String item,
        String reference,
        String message,
        String headline,
        String country,
        @Nullable Field text,
        boolean area,
        @Nullable Field chosen,
        List<Choice> choices,
        boolean list,
        String key,
        List<String> general) {

    /// What the summary of errors lists.
    public List<Field> fields() {
        return java.util.stream.Stream.of(text, chosen)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
    }
}
