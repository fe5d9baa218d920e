package org.enlace.node.drafts;

import java.util.Optional;
import org.enlace.message.Compartment;

/// A field of a message as it stands in a form: `ALERT/what`.
///
/// @param part code of list `use-part`
/// @param pointer of that part, as JSON pointer
public record FieldOfMessage(String part, String pointer) {

    /// @param chosen what a form has; empty if it is the pointer alone, as whoever knows the API types it
    public static Optional<FieldOfMessage> read(String chosen) {
        for (var part : Compartment.values()) {
            if (chosen.startsWith(part.name() + "/")) {
                return Optional.of(new FieldOfMessage(
                        part.name(), chosen.substring(part.name().length())));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return part + pointer;
    }
}
