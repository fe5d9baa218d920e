package org.enlace.node.drafts;

/// A field of a form whose text is not what the field asks for.
///
/// @param field its name in the form
public record Misfit(String field, Kind kind) {
    public enum Kind {
        MISSING,
        NOT_A_DATE,
        NOT_A_TIME,
        /// Clocks are put forward over it.
        NO_SUCH_TIME,
        NOT_A_NUMBER,
        NOT_A_COORDINATE,
        /// Neither the name of a division of that country nor a code.
        NOT_A_DIVISION,
        /// Neither a member nor one of its roles.
        NOT_AN_AUTHORITY,
        NOT_A_CODE
    }
}
