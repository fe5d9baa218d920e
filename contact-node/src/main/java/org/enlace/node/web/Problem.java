package org.enlace.node.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went wrong with a call of the API, as RFC 9457 has it. It never repeats what was sent.
///
/// @param type `urn:enlace:problem:<code>`, stable
/// @param detail what it means and what to do, in the language asked for
/// @param errors what is wrong with which field, all at once; left out when it is about none
/// @param now how it stands, when somebody or something was faster; left out otherwise
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wrong> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Now now) {

    /// @param pointer JSON pointer into the body; null when it is not about the body
    /// @param parameter of the address; null when it is not about one
    /// @param code stable, such as `NO_RECIPIENT`
    /// @param detail what is wrong and what to do, in the language asked for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wrong(@Nullable String pointer, @Nullable String parameter, String code, String detail) {
        public static Wrong at(String pointer, String code, String detail) {
            return new Wrong(pointer, null, code, detail);
        }
    }

    /// @param state code of list `business-state`
    /// @param by display name of the officer of this contact point who has it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Now(
            String state, @Nullable String by, @Nullable Instant at) {}

    public Problem {
        errors = List.copyOf(errors);
    }
}
