package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The page of one step.
///
/// @param step its form in an address, and what its texts are called by
/// @param country of the other side, as the reader calls it
/// @param key names this form; empty if it may be sent more than once
/// @param permitFor the unit for which the sender may be asked for permission; null if nothing it could permit is in
/// the way
/// @param general what stands against it and belongs to no field
public record StepScreen(
        String step,
        String item,
        String reference,
        String message,
        String headline,
        String country,
        List<Input> inputs,
        String key,
        @Nullable String permitFor,
        List<String> general) {

    /// @param choices to choose from, none if it is for words
    public record Input(Field field, Kind kind, List<Choice> choices) {
        static Input of(Kind kind, Field field) {
            return new Input(field, kind, List.of());
        }
    }

    public enum Kind {
        /// At most 160 characters.
        LINE,
        /// At most 2,000.
        AREA,
        ONE,
        SOME
    }

    /// What the summary of errors lists.
    public List<Field> fields() {
        return inputs.stream().map(Input::field).toList();
    }
}
