package org.enlace.node.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was typed into the form of a step; it stays when something is wrong with it.
///
/// @param typed by name of the field
/// @param to codes of the recipients that were chosen; empty if there was nothing to choose
/// @param noneChosen whether there was something to choose and nothing was chosen
record StepForm(Map<String, String> typed, List<String> to, boolean noneChosen) {

    StepForm {
        typed = Map.copyOf(typed);
        to = List.copyOf(to);
    }

    /// @param fields name, value, name, value
    static StepForm of(String... fields) {
        var typed = new HashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return new StepForm(typed, List.of(), false);
    }

    StepForm to(List<String> recipients) {
        return new StepForm(typed, recipients, noneChosen);
    }

    /// Empty if nothing was typed.
    String get(String field) {
        return typed.getOrDefault(field, "");
    }

    /// Prints nothing: a note may hold anything.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
