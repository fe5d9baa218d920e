package org.enlace.node.casefile;

import java.util.Locale;
import java.util.Optional;

/// What the fields of messages are called where they are written, for whoever reads about one of them.
public interface FieldNames {
    /// @param part code of list `use-part`
    /// @param field of that part as JSON pointer, `/what`
    /// @return empty for one that no form asks
    Optional<String> of(String part, String field, Locale reader);
}
