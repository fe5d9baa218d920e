package org.enlace.node.search;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The list of cases with what narrows it, in the words of its reader.
///
/// @param selects what is chosen from lists
/// @param columns that may be left out
/// @param query what is narrowed to, as in an address
/// @param saved filters that the reader keeps
/// @param name for one that is kept
/// @param exports whether the reader may take the list out
public record ListScreen(
        List<Select> selects,
        Field from,
        Field until,
        List<Choice> columns,
        boolean narrowed,
        String query,
        List<SavedFilter> saved,
        Field name,
        boolean exports,
        CaseList list,
        @Nullable String older,
        String newest) {

    public record Select(Field field, List<Choice> choices) {}

    public boolean shows(String column) {
        return columns.stream().filter(each -> each.value().equals(column)).allMatch(Choice::chosen);
    }

    public List<Field> fields() {
        return List.of(from, until, name);
    }
}
