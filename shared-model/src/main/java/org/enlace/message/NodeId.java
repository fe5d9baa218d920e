package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The member that runs a contact node: two capital letters of ISO 3166-1 alpha-2 (`GT`), or one of the user-assigned
/// codes `XA`-`XZ` and `ZZ` for members that are not states.
public record NodeId(@JsonValue String value) implements Comparable<NodeId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A member is named by two capital letters, such as GT");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
