package org.enlace.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// A date as exactly as it is known: `2026`, `2026-05` or `2026-05-12`. Precision is written, not guessed.
public record PartialDate(@JsonValue String value) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartialDate {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A date looks like 2026, 2026-05 or 2026-05-12");
        }
        LocalDate.parse((value + "-01-01").substring(0, 10));
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
