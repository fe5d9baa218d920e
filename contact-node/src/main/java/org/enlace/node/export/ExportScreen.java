package org.enlace.node.export;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The form with which a case file is taken out.
///
/// @param mode label of an exercise or a test; null when all of it is meant
/// @param plans what leaves and what stays, for each purpose
public record ExportScreen(
        String reference,
        @Nullable String mode,
        Field purpose,
        List<Choice> purposes,
        Field persons,
        Choice withPersons,
        Field form,
        List<Choice> forms,
        List<Plan> plans) {

    /// @param words how many messages leave
    public record Plan(String purpose, String words, List<ExportPaper.Line> behind) {}

    public List<Field> fields() {
        return List.of(purpose, form);
    }
}
