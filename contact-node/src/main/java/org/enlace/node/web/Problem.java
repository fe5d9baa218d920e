package org.enlace.node.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What went wrong with a call of the API, as RFC 9457 has it. It never repeats what was sent.
///
/// @param type `urn:enlace:problem:<code>`, stable
/// @param fields what is wrong with which field; left out when it is about none
public record Problem(
        String type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wrong> fields) {

    /// @param field path inside the body, such as `persons[0].age`
    /// @param code stable, such as `required`
    public record Wrong(String field, String code) {}

    public Problem {
        fields = List.copyOf(fields);
    }

    /// @param code lower case with hyphens
    public static Problem of(HttpStatus status, String code, List<Wrong> fields) {
        return new Problem("urn:enlace:problem:" + code, status.getReasonPhrase(), status.value(), fields);
    }
}
