package org.enlace.node.routes;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The map of routes in the words of its reader.
///
/// @param from first month of the period, oldest first; its last is `until`
/// @param drawing null if no leg lies on the picture
/// @param narrowed whether something else than the usual period is asked for
/// @param behind names of states whose reports are left out for now
/// @param newer address of the page before, null on the first
/// @param older of the next one, null on the last
public record RouteScreen(
        Select from,
        Select until,
        Select mode,
        Select country,
        List<Choice> active,
        boolean narrowed,
        @Nullable RouteDrawing drawing,
        List<LegView> legs,
        String behind,
        @Nullable String newer,
        @Nullable String older) {

    public record Select(Field field, List<Choice> choices) {
        /// Where the chosen one stands.
        public int chosen() {
            for (var place = 0; place < choices.size(); place++) {
                if (choices.get(place).chosen()) {
                    return place;
                }
            }
            return 0;
        }
    }

    public List<Field> fields() {
        return List.of(from.field(), until.field());
    }

    /// Whether some of it rests on a single case.
    public boolean coarse() {
        return legs.stream().anyMatch(LegView::coarse);
    }

    /// Whether a leg of it lies on no picture.
    public boolean undrawn() {
        return legs.stream().anyMatch(leg -> !leg.drawn());
    }
}
