package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.springframework.stereotype.Component;

/// How far a message has come, in the reader's language, with what was answered so far.
@Component
public class StateWords {
    private static final Set<String> OVER = Set.of(BusinessState.COMPLETED.name(), BusinessState.CLOSED.name());

    private final Labels labels;

    StateWords(Labels labels) {
        this.labels = labels;
    }

    /// `Acknowledged`, `Acknowledged. So far: interim answer` or `Answered: partial answer`.
    ///
    /// @param state name of the business state
    /// @param answers codes of list `answer-kind`
    public String of(String state, List<String> answers, Locale reader) {
        if (answers.isEmpty()) {
            return labels.of("business-state", state, reader);
        }
        var said = String.join(", ", labels.of("answer-kind", answers, reader));
        return OVER.contains(state)
                ? labels.text(reader, "casefile.answered", "answers", said)
                : labels.text(
                        reader,
                        "casefile.answered.so-far",
                        "state",
                        labels.of("business-state", state, reader),
                        "answers",
                        said);
    }
}
