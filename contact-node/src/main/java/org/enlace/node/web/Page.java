package org.enlace.node.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A page or a part of one, ready to be shown. Handlers return it; the [PageContext] goes in by itself, as the
/// template's parameter `page`.
///
/// @param template its path under `src/main/jte` without the ending, such as `desk/desk`
/// @param parts the other parameters of the template, by name
/// @param address where it is found again, if that says more than its path and nothing of what was typed
/// @param holding whether it holds what was typed and is kept nowhere else: nothing on top of it leads away from that
public record Page(
        String template,
        Map<String, Object> parts,
        HttpStatus status,
        @Nullable String address,
        boolean holding) {
    public Page {
        parts = Map.copyOf(parts);
    }

    public static Page of(String template) {
        return new Page(template, Map.of(), HttpStatus.OK, null, false);
    }

    public Page with(String name, Object part) {
        var more = new LinkedHashMap<>(parts);
        more.put(name, part);
        return new Page(template, more, status, address, holding);
    }

    public Page status(HttpStatus other) {
        return new Page(template, parts, other, address, holding);
    }

    public Page at(String found) {
        return new Page(template, parts, status, found, holding);
    }

    public Page holds(boolean typed) {
        return new Page(template, parts, status, address, typed);
    }
}
