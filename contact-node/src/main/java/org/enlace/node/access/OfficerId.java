package org.enlace.node.access;

import java.util.regex.Pattern;

/// Names an officer inside this node. Random, so that it may stand in a log or an audit line.
public record OfficerId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public OfficerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An officer is named by 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
