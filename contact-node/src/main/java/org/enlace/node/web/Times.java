package org.enlace.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Instants as people read them: the local clock first, UTC beside it.
///
/// @param zone of the node, or of the place where a case happens
record Times(ZoneId zone, Locale locale) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /// `02:20 (07:20 UTC)`, and the day before it when it is not today.
    String both(Instant at, Instant now) {
        var day = sameDay(at, now) ? "" : day(at) + ", ";
        return day + CLOCK.format(local(at)) + " (" + CLOCK.format(at.atZone(ZoneOffset.UTC)) + " UTC)";
    }

    /// `02:20:07 (07:20:07 UTC)`, and the day before it when it is not today.
    String exact(Instant at, Instant now) {
        var day = sameDay(at, now) ? "" : day(at) + ", ";
        return day + SECONDS.format(local(at)) + " (" + SECONDS.format(at.atZone(ZoneOffset.UTC)) + " UTC)";
    }

    /// `02:14`, local only, for what needs no second clock.
    String clock(Instant at) {
        return CLOCK.format(local(at));
    }

    String utc(Instant at) {
        return CLOCK.format(at.atZone(ZoneOffset.UTC));
    }

    /// `CST`, as the zone is called at that time of the year.
    String zoneName(Instant at) {
        return DateTimeFormatter.ofPattern("zzz", locale).format(local(at));
    }

    /// `Saturday`.
    String weekday(Instant at) {
        return DateTimeFormatter.ofPattern("EEEE", locale).format(local(at));
    }

    /// `22 Nov 2026` in the words of the reader.
    String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(local(at));
    }

    /// `Fri, Dec 25, 2026` in the words of the reader.
    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale).format(day);
    }

    /// `18:23`, `3:05:23` or `6 d 16 h`: how long, without saying whether before or after.
    static String span(Duration length) {
        var left = length.abs();
        if (left.toDays() > 0) {
            return left.toDays() + " d " + left.toHoursPart() + " h";
        }
        return left.toHours() > 0
                ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : "%02d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    private boolean sameDay(Instant one, Instant other) {
        return local(one).toLocalDate().equals(local(other).toLocalDate());
    }
}
