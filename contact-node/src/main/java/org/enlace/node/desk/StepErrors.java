package org.enlace.node.desk;

import java.util.List;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What stands against a step, by the field it belongs to, in the words of the reader.
record StepErrors(List<Point> points, String country, PageContext page) {

    List<String> of(String field) {
        return points.stream()
                .filter(point -> point.field().equals(field))
                .map(point -> text(point, country, page))
                .toList();
    }

    /// All of a field's in one sentence after the other, null if there are none.
    @Nullable
    String first(String field) {
        var all = of(field);
        return all.isEmpty() ? null : String.join(" ", all);
    }

    /// What stands against an act and what to do.
    ///
    /// @param country of the sender, as the reader calls it
    static String text(Point point, String country, PageContext page) {
        return page.text("desk.point." + point.code(), "country", country);
    }
}
