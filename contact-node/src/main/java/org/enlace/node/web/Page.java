package org.enlace.node.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// A page or a part of one, ready to be shown. Handlers return it; the [PageContext] goes in by itself, as the
/// template's parameter `page`.
///
/// @param template its path under `src/main/jte` without the ending, such as `desk/desk`
/// @param parts the other parameters of the template, by name
public record Page(String template, Map<String, Object> parts, HttpStatus status) {
    public Page {
        parts = Map.copyOf(parts);
    }

    public static Page of(String template) {
        return new Page(template, Map.of(), HttpStatus.OK);
    }

    public Page with(String name, Object part) {
        var more = new LinkedHashMap<>(parts);
        more.put(name, part);
        return new Page(template, more, status);
    }

    public Page status(HttpStatus other) {
        return new Page(template, parts, other);
    }
}
