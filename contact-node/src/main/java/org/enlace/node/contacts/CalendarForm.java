package org.enlace.node.contacts;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.directory.PublishedCalendar;

/// What a supervisor typed about the days on which this contact point does not work.
///
/// @param restDays names of days of the week
/// @param holidays a date on each line
record CalendarForm(List<String> restDays, String holidays) {

    CalendarForm {
        restDays = List.copyOf(restDays);
    }

    /// Each line by its number from 1; blank ones say nothing.
    List<Line> lines() {
        var lines = holidays.lines().map(String::strip).toList();
        return Stream.iterate(1, number -> number <= lines.size(), number -> number + 1)
                .map(number -> new Line(number, lines.get(number - 1)))
                .filter(line -> !line.text().isEmpty())
                // One more than there may be, so that too many are seen to be too many.
                .limit(PublishedCalendar.HOLIDAYS_MAX + 1L)
                .toList();
    }

    record Line(int number, String text) {}
}
