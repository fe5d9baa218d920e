package org.enlace.node.recall;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The page on which an officer records what a person no longer agrees to.
public record WithdrawScreen(
        String reference,
        String message,
        String headline,
        Field purposes,
        List<Choice> purposeChoices,
        Field on,
        Field language,
        List<Choice> languages,
        Field interpreter,
        List<Choice> interpreterAnswers) {

    /// What the summary of errors lists.
    public List<Field> fields() {
        return List.of(purposes, on, language, interpreter);
    }
}
