package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// One act on several items: what it asks for, or what became of each.
///
/// @param act `read`, `assign` or `urgency`
/// @param choice what is chosen for all of them; null when it is done
/// @param note what is written with it; null when it is done
public record BulkScreen(
        String act,
        List<BulkLine> lines,
        @Nullable Field choice,
        List<Choice> choices,
        @Nullable Field note,
        boolean done) {

    public List<Field> fields() {
        return choice == null || note == null ? List.of() : List.of(choice, note);
    }
}
