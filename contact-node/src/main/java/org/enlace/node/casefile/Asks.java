package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What a message asks of its recipients, in the reader's language.
@Component
public class Asks {
    private final Facts facts;

    Asks(Facts facts) {
        this.facts = facts;
    }

    /// In the order of the message; empty when it only informs.
    public List<String> of(OpenedMessage opened, Locale reader) {
        return facts.asks(opened.message(), reader);
    }
}
