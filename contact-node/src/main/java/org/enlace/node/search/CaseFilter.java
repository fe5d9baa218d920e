package org.enlace.node.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageType;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Terms;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;

/// What a list of cases is narrowed to: codes and days alone, so that it may stand in an address. Each may be empty.
///
/// @param owner `me`, `nobody` or the pseudonym of an officer of ours
/// @param from first day of the period in which something happened last, `2026-11-22`
/// @param until last day of it
/// @param without columns that are left out
record CaseFilter(
        String state,
        String country,
        String kind,
        String urgency,
        String owner,
        String from,
        String until,
        Set<Column> without) {
    static final CaseFilter NONE = new CaseFilter("", "", "", "", "", "", "", Set.of());
    static final String ME = "me";
    static final String NOBODY = "nobody";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern PSEUDONYM = Pattern.compile("officer-[0-9A-Z]{6}");

    enum Column {
        FROM,
        STATE,
        CHANGED
    }

    /// @throws Unseen if something in it is no such code or day
    CaseFilter {
        without = Set.copyOf(without);
        try {
            if (!state.isEmpty()) {
                BusinessState.valueOf(state);
            }
            if (!kind.isEmpty()) {
                MessageType.valueOf(kind);
            }
            if (!urgency.isEmpty()) {
                Urgency.valueOf(urgency);
            }
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
        var known = (country.isEmpty() || COUNTRY.matcher(country).matches())
                && (owner.isEmpty()
                        || owner.equals(ME)
                        || owner.equals(NOBODY)
                        || PSEUDONYM.matcher(owner).matches());
        if (!known) {
            throw new Unseen();
        }
    }

    /// @param given by name, as in an address
    /// @throws Unseen if something in it is no such code
    static CaseFilter of(Map<String, String> given) {
        try {
            return new CaseFilter(
                    of(given, "state"),
                    of(given, "country"),
                    of(given, "kind"),
                    of(given, "urgency"),
                    of(given, "owner"),
                    of(given, "from"),
                    of(given, "until"),
                    of(given, "without").isEmpty()
                            ? Set.of()
                            : Set.of(of(given, "without").split("~", -1)).stream()
                                    .map(Column::valueOf)
                                    .collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    private static String of(Map<String, String> given, String name) {
        return given.getOrDefault(name, "").strip();
    }

    /// Its form in an address, empty for everything.
    String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("state", state);
        parts.put("country", country);
        parts.put("kind", kind);
        parts.put("urgency", urgency);
        parts.put("owner", owner);
        // What is no day goes no further: it may be anything.
        parts.put("from", day(from) == null ? "" : from);
        parts.put("until", day(until) == null ? "" : until);
        parts.put("without", without.stream().map(Column::name).sorted().collect(Collectors.joining("~")));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
    }

    /// Whether fewer cases than all are listed.
    boolean narrows() {
        return !new CaseFilter(state, country, kind, urgency, owner, from, until, Set.of()).equals(NONE);
    }

    boolean shows(Column column) {
        return !without.contains(column);
    }

    /// Why a period is none.
    enum Point {
        FROM_UNKNOWN,
        UNTIL_UNKNOWN,
        UNTIL_BEFORE_FROM;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String field() {
            return this == FROM_UNKNOWN ? "from" : "until";
        }
    }

    List<Point> against() {
        var points = new ArrayList<Point>();
        var first = day(from);
        var last = day(until);
        if (!from.isEmpty() && first == null) {
            points.add(Point.FROM_UNKNOWN);
        }
        if (!until.isEmpty() && last == null) {
            points.add(Point.UNTIL_UNKNOWN);
        }
        if (first != null && last != null && last.isBefore(first)) {
            points.add(Point.UNTIL_BEFORE_FROM);
        }
        return points;
    }

    Hits.Period period(ZoneId zone) {
        var first = day(from);
        var last = day(until);
        return new Hits.Period(
                first == null ? Instant.EPOCH : first.atStartOfDay(zone).toInstant(),
                last == null
                        ? Place.TOP.at()
                        : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// @param officer id of the owner that is meant; unknown if empty
    List<Wanted> wanted(Officer reader, String officer) {
        var wanted = new ArrayList<Wanted>();
        if (!kind.isEmpty()) {
            wanted.add(new Wanted.Codes(Set.of(Terms.of(Terms.TYPE, kind))));
        }
        if (!country.isEmpty()) {
            wanted.add(new Wanted.Codes(Set.of(Terms.of(Terms.COUNTRY, country))));
        }
        if (!urgency.isEmpty()) {
            wanted.add(new Wanted.Codes(Set.of(Terms.of(Terms.URGENCY, urgency))));
        }
        if (!state.isEmpty()) {
            wanted.add(new Wanted.Codes(Set.of(Terms.of(Wanted.STATE, state))));
        }
        switch (owner) {
            case "" -> {}
            case ME -> wanted.add(new Wanted.OwnedBy(reader.id().value()));
            case NOBODY -> wanted.add(new Wanted.OwnedBy(""));
            // Nobody has an id of one character.
            default -> wanted.add(new Wanted.OwnedBy(officer.isEmpty() ? "-" : officer));
        }
        return wanted;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 2000
                            || day.isAfter(LocalDate.ofInstant(Place.TOP.at(), ZoneOffset.UTC)
                                    .minusDays(2))
                    ? null
                    : day;
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
