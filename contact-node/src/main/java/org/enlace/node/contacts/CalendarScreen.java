package org.enlace.node.contacts;

import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;

/// The form in which a contact point says on which days it does not work.
///
/// @param code of this contact point
public record CalendarScreen(String code, Field restDays, List<Choice> days, Field holidays) {

    public CalendarScreen {
        days = List.copyOf(days);
    }
}
