package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.MessageType;
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
    /// @param type of the message
    /// @param answers codes of the list for that type
    public String of(String state, MessageType type, List<String> answers, Locale reader) {
        var asking = Asking.of(type);
        if (answers.isEmpty() || asking.isEmpty()) {
            return labels.of("business-state", state, reader);
        }
        var said = String.join(", ", labels.of(asking.get().list(), answers, reader));
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
