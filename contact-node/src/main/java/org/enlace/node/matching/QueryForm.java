package org.enlace.node.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.enlace.matching.Blinded;
import org.enlace.matching.IdentifierKind;
import org.enlace.node.access.Officer;
import org.enlace.node.web.RequestKey;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// What a browser sent with the form of a query. It prints nothing of it.
record QueryForm(Map<String, List<String>> fields) {
    private static final int ROWS_FIRST = 3;
    private static final int ROWS_MORE = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");

    static QueryForm empty() {
        return new QueryForm(Map.of("key", List.of(UUID.randomUUID().toString())));
    }

    /// The same form of the same officer names the same query.
    static UUID id(String key, Officer by) {
        return key.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(
                        (by.id().value() + RequestKey.of(key).digest()).getBytes(StandardCharsets.UTF_8));
    }

    String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// How many lines for identifiers the form has.
    int rows() {
        var text = text("rows");
        var rows = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : ROWS_FIRST;
        return Math.clamp(wantsMore() ? rows + (long) ROWS_MORE : rows, ROWS_FIRST, Blinded.ELEMENTS_MAX);
    }

    boolean wantsMore() {
        return !text("more").isEmpty();
    }

    @Nullable
    IdentifierKind kind(int row) {
        var name = text("kind." + row);
        return Arrays.stream(IdentifierKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    Asking asking() {
        var written = new ArrayList<Asking.Written>();
        for (var row = 0; row < rows(); row++) {
            var number = text("number." + row);
            if (!number.isBlank() || kind(row) != null) {
                written.add(new Asking.Written(row, kind(row), text("state." + row), Sensitive.of(number)));
            }
        }
        return new Asking(text("reference"), text("purpose"), text("legalBasis"), written, all("partners"));
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
