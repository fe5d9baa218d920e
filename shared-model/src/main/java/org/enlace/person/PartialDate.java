package org.enlace.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// A date as exactly as it is known: `2026`, `2026-05` or `2026-05-12`. Precision is written, not guessed.
public record PartialDate(@JsonValue String value) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartialDate {
        if (!FORM.matcher(value).matches() || !isInCalendar(value)) {
            throw new IllegalArgumentException("A date looks like 2026, 2026-05 or 2026-05-12");
        }
    }

    private static boolean isInCalendar(String value) {
        int month = value.length() < 7 ? 1 : Integer.parseInt(value.substring(5, 7));
        int day = value.length() < 10 ? 1 : Integer.parseInt(value.substring(8));
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= YearMonth.of(Integer.parseInt(value.substring(0, 4)), month)
                                .lengthOfMonth();
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public boolean hasDay() {
        return value.length() == 10;
    }

    /// The same date, no finer than a month.
    public PartialDate toMonth() {
        return hasDay() ? new PartialDate(value.substring(0, 7)) : this;
    }

    @Override
    public int compareTo(PartialDate other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
