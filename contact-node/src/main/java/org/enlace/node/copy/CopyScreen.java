package org.enlace.node.copy;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The page on which a copy is made.
///
/// @param spoken the languages of the person, in the reader's words
/// @param interpret that none of them is one of the console's, or that the person does not read
public record CopyScreen(
        String reference,
        String message,
        String headline,
        String spoken,
        boolean interpret,
        Field language,
        List<Choice> languages,
        Field to,
        List<Choice> receivers,
        Field checked,
        Choice isChecked,
        Field safe,
        Choice isSafe) {

    public List<Field> fields() {
        return List.of(language, to, checked, safe);
    }
}
