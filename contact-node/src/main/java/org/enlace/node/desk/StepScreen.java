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
/// @param permit for what the sender may be asked; null if nothing that it could permit is in the way
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
        @Nullable Permit permit,
        List<String> general) {

    /// What the sender can permit and has not.
    ///
    /// @param unit that exactly this one gets the message
    /// @param asked what became of the last question, or who asks here; null if the reader asks first
    /// @param request where the last question stands; null if there was none
    /// @param open whether the reader may ask now
    public record Permit(
            String unit, @Nullable String asked, @Nullable String request, boolean open) {}

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
