package org.enlace.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a published calendar in the one form that it has. Jackson's own readers of days also take other forms of the
/// same day, and would let a calendar stand there as null.
final class CalendarReader extends StdDeserializer<PublishedCalendar> {

    CalendarReader() {
        super(PublishedCalendar.class);
    }

    @Override
    public PublishedCalendar deserialize(JsonParser json, DeserializationContext context) {
        Words words = context.readValue(json, Words.class);
        return new PublishedCalendar(
                words.restDays().stream().map(DayOfWeek::valueOf).toList(),
                words.holidays().stream().map(CalendarReader::day).toList());
    }

    /// A contact point that publishes none leaves the field out.
    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return context.reportInputMismatch(this, "A calendar is left out, not null");
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.toString().equals(text) || text.length() != 10) {
                throw new IllegalArgumentException("A holiday looks like 2026-12-25");
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A holiday looks like 2026-12-25", e);
        }
    }

    private record Words(List<String> restDays, List<String> holidays) {}
}
