package org.enlace.message;

import java.util.List;
import org.enlace.message.BreachCode.Severity;

/// One reason why a message may not go, or should be looked at before it goes. It holds no words: screens translate the
/// code, and put the arguments where their sentence has places for them.
///
/// @param field path of the field, `about.urgency`, `alert.persons[0].count`, `recipients`
/// @param arguments codes, numbers or members; never what was written
public record Breach(String field, BreachCode code, List<String> arguments) {

    public Breach {
        arguments = List.copyOf(arguments);
    }

    /// Whether the message must not go.
    public boolean blocks() {
        return code.severity() == Severity.BLOCKS;
    }
}
