package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.node.web.Unseen;

/// What the map is narrowed to: codes and months alone, so that it may stand in an address. Each may be empty.
///
/// @param from first month of the period, `2026-05`
/// @param until last month of it
/// @param mode code of list `transport-mode`
/// @param country in which a leg begins or ends
/// @param active whether only what is said to go on is shown
record RouteFilter(String from, String until, String mode, String country, boolean active) {
    private static final Pattern MODE = Pattern.compile("[A-Z_]{0,40}");
    private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})?");
    private static final String YES = "yes";

    static final RouteFilter NONE = new RouteFilter("", "", "", "", false);

    /// @throws Unseen if something in it is no such code
    RouteFilter {
        if (!MODE.matcher(mode).matches() || !COUNTRY.matcher(country).matches()) {
            throw new Unseen();
        }
    }

    /// @param given by name, as in an address
    /// @throws Unseen if something in it is no such code
    static RouteFilter of(Map<String, String> given) {
        var active = of(given, "active");
        if (!active.isEmpty() && !active.equals(YES)) {
            throw new Unseen();
        }
        return new RouteFilter(
                of(given, "from"), of(given, "until"), of(given, "mode"), of(given, "country"), !active.isEmpty());
    }

    private static String of(Map<String, String> given, String name) {
        return given.getOrDefault(name, "").strip();
    }

    /// Why a period is none.
    enum Point {
        MONTH_UNKNOWN,
        MONTHS_REVERSED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param field `from` or `until`
    record Wrong(String field, Point point) {}

    List<Wrong> against() {
        var wrong = new ArrayList<Wrong>();
        if (!from.isEmpty() && Month.read(from) == null) {
            wrong.add(new Wrong("from", Point.MONTH_UNKNOWN));
        }
        if (!until.isEmpty() && Month.read(until) == null) {
            wrong.add(new Wrong("until", Point.MONTH_UNKNOWN));
        }
        if (wrong.isEmpty() && first() > last()) {
            wrong.add(new Wrong("until", Point.MONTHS_REVERSED));
        }
        return wrong;
    }

    int first() {
        return Objects.requireNonNullElse(Month.read(from), 0);
    }

    int last() {
        return Objects.requireNonNullElse(Month.read(until), Month.OPEN);
    }

    /// Its form in an address. The period always stands there: without one a page begins with its own.
    String query() {
        var parts = new LinkedHashMap<String, String>();
        // What is no month goes no further: it may be anything.
        parts.put("from", Month.read(from) == null ? "" : from);
        parts.put("until", Month.read(until) == null ? "" : until);
        parts.put("mode", mode);
        parts.put("country", country);
        parts.put("active", active ? YES : "");
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty() || part.getKey().equals("from"))
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
    }
}
