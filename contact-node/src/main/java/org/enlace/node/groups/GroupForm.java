package org.enlace.node.groups;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a browser sent with one of the forms about groups. Each field begins with the act that it is for, so
/// that a page can hold several forms.
record GroupForm(String act, Map<String, List<String>> fields) {
    static final GroupForm EMPTY = new GroupForm("", Map.of());
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    List<String> all(String field) {
        return fields.getOrDefault(act + "-" + field, List.of());
    }

    @Nullable
    LocalDate date(String field) {
        return day(text(field).strip());
    }

    /// Null if it is none.
    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The revision that the page showed; 0 if it does not say.
    int revision() {
        var text =
                fields.getOrDefault("revision", List.of()).stream().findFirst().orElse("");
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    GroupAsked asked() {
        return new GroupAsked(
                text("name"),
                text("purpose"),
                text("ownReference"),
                date("starts"),
                date("ends"),
                all("members"),
                text("ground"));
    }

    /// Prints nothing that was typed.
    @Override
    public String toString() {
        return act;
    }
}
