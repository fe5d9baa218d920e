package org.enlace.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a published calendar in the one form that it has. Jackson's own readers of days also take other forms of the
/// same day, and would let a calendar stand there as null.
final class CalendarReader extends StdDeserializer<PublishedCalendar> {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    CalendarReader() {
        super(PublishedCalendar.class);
    }

    @Override
    public PublishedCalendar deserialize(JsonParser json, DeserializationContext context) {
        Words words = context.readValue(json, Words.class);
        return new PublishedCalendar(
                words.restDays().stream().map(CalendarReader::dayOfWeek).toList(),
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

    private static DayOfWeek dayOfWeek(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A rest day is MONDAY to SUNDAY"));
    }

    private static LocalDate day(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // The thirtieth of February.
        }
        throw new IllegalArgumentException("A holiday is a date such as 2026-12-25");
    }

    private record Words(List<String> restDays, List<String> holidays) {}
}
