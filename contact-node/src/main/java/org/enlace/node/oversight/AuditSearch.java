package org.enlace.node.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.enlace.node.audit.AuditFilter;
import org.jspecify.annotations.Nullable;

/// What was typed to find entries, as it was typed.
///
/// @param officer pseudonym; `node` for what the machine did by itself
/// @param deed name of a [Deed]
/// @param from first day, `2026-11-22`, by the clock of the desk
/// @param until last day
/// @param before only entries with a lower number; 0 for the newest
record AuditSearch(String officer, String deed, String object, String from, String until, long before) {
    static final int PAGE = 50;

    boolean narrowed() {
        return !(officer + deed + object + from + until).isBlank();
    }

    boolean fromWrong() {
        return !from.isBlank() && day(from) == null;
    }

    boolean untilWrong() {
        return !until.isBlank() && day(until) == null;
    }

    AuditFilter filter(ZoneId zone) {
        var first = day(from);
        var last = day(until);
        return new AuditFilter(
                given(officer),
                Deed.named(deed).map(Deed::asked).orElse(null),
                given(object),
                first == null ? null : start(first, zone),
                last == null ? null : start(last.plusDays(1), zone));
    }

    long beforeOrNewest() {
        return before <= 0 ? Long.MAX_VALUE : before;
    }

    /// The same search, further back.
    String older(long than) {
        return "/audit?officer=" + code(officer) + "&deed=" + code(deed) + "&object=" + code(object) + "&from="
                + code(from) + "&until=" + code(until) + "&before=" + than;
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String code(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
