package org.enlace.node.copy;

import java.util.Locale;

/// Why something that was shared is named and not printed. Each is a rule: nobody decides it case by case.
public enum Omission {
    /// Whoever finds the paper must not learn where the person is, or what the person fears.
    SAFETY,
    /// It is about somebody else as well.
    OTHERS,
    /// An officer's own words, which may speak of anybody.
    WORDS,
    /// It opens at this contact point once the request is accepted, or to other roles.
    CLOSED;

    /// Its form in the keys of texts.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
