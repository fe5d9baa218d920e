package org.enlace.node.recall;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The page on which an officer says what became of a message that was taken back.
///
/// @param text who took it back, why and when
/// @param readers who had opened it, by the log
/// @param care whether care had begun, so that nothing was sealed yet
public record AttestScreen(
        String reference,
        String message,
        String headline,
        String country,
        String text,
        String readers,
        boolean care,
        Field outcome,
        List<Choice> outcomes,
        Field order,
        Field exported,
        List<Choice> exportedAnswers,
        Field passedOn,
        List<Choice> passedOnAnswers,
        Field note) {

    /// What the summary of errors lists.
    public List<Field> fields() {
        return List.of(outcome, order, exported, passedOn, note);
    }
}
