package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// One field of a form that waits while its sender proves who they are.
public record KeptField(String name, String value) {
    /// All of a form but these.
    public static List<KeptField> of(HttpServletRequest request, Set<String> without) {
        var kept = new ArrayList<KeptField>();
        request.getParameterMap().forEach((name, values) -> {
            if (!without.contains(name)) {
                Arrays.stream(values).map(value -> new KeptField(name, value)).forEach(kept::add);
            }
        });
        return List.copyOf(kept);
    }

    /// Prints nothing that was typed.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
