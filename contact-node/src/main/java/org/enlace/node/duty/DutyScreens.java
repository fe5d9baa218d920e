package org.enlace.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.duty.DutyOutcome.Objection;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the roster into words.
@Component
class DutyScreens {
    static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration SHOWN = Duration.ofDays(60);

    private final DutyRoster roster;
    private final OfficerNames names;
    private final CurrentDirectory directory;
    private final AccessRules rules;

    DutyScreens(DutyRoster roster, OfficerNames names, CurrentDirectory directory, AccessRules rules) {
        this.roster = roster;
        this.names = names;
        this.directory = directory;
        this.rules = rules;
    }

    /// @param typed what stands in the form
    DutyScreen of(Map<String, String> typed, List<Objection> against, PageContext page) {
        var now = page.now();
        var shifts = roster.between(now, now.plus(SHOWN));
        var named = named(shifts);
        var officer = Objects.requireNonNull(page.officer());
        return new DutyScreen(
                Math.toIntExact(AHEAD.toDays()),
                shifts.stream()
                        .filter(shift -> shift.at(now))
                        .map(shift -> line(shift, named, officer, page))
                        .toList(),
                shifts.stream()
                        .filter(shift -> !shift.at(now))
                        .map(shift -> line(shift, named, officer, page))
                        .toList(),
                gaps(shifts, now).stream().map(gap -> words(gap, page)).toList(),
                rules.mayOpen(officer, Action.KEEP_DUTY) ? form(typed, against, page) : null);
    }

    List<Gap> gaps(List<Shift> shifts, Instant now) {
        // A shift that ends just now is no reason to name a gap of nothing.
        return Gap.among(shifts, now.truncatedTo(ChronoUnit.MINUTES), now.plus(AHEAD)).stream()
                .filter(gap -> gap.until().isAfter(now))
                .toList();
    }

    Map<String, String> named(List<Shift> shifts) {
        return names.of(shifts.stream()
                .flatMap(shift -> Stream.of(shift.officer(), shift.standIn()))
                .filter(Objects::nonNull)
                .map(OfficerId::value)
                .distinct()
                .toList());
    }

    /// What stands against it and what to do, in the words of the reader.
    String text(Objection objection, PageContext page) {
        var with = objection.with();
        return with == null
                ? page.text("duty.point." + objection.point().code())
                : page.text(
                        "duty.point." + objection.point().code(),
                        "name",
                        named(List.of(with)).getOrDefault(with.officer().value(), ""),
                        "unit",
                        with.unit(),
                        "when",
                        when(with.starts(), with.ends(), page));
    }

    private static DutyScreen.Line line(Shift shift, Map<String, String> named, Officer reader, PageContext page) {
        var standIn = shift.standIn();
        return new DutyScreen.Line(
                shift.id(),
                shift.unit(),
                named.getOrDefault(shift.officer().value(), ""),
                standIn == null ? "" : named.getOrDefault(standIn.value(), ""),
                when(shift.starts(), shift.ends(), page),
                reader.id().equals(shift.officer()) || reader.id().equals(standIn));
    }

    private static String words(Gap gap, PageContext page) {
        // Beyond the days that are looked at nothing is known.
        return gap.until().isBefore(page.now().plus(AHEAD))
                ? page.text("duty.gap", "unit", gap.unit(), "when", when(gap.from(), gap.until(), page))
                : page.text("duty.gap.open", "unit", gap.unit(), "from", moment(gap.from(), page));
    }

    private static String when(Instant from, Instant until, PageContext page) {
        return page.text("duty.when", "from", moment(from, page), "until", moment(until, page));
    }

    private static String moment(Instant at, PageContext page) {
        return page.text("duty.moment", "weekday", page.weekday(at), "time", page.time(at));
    }

    private DutyScreen.Form form(Map<String, String> typed, List<Objection> against, PageContext page) {
        var self = directory.unit(directory.self().code());
        var officers = roster.able();
        var hint = page.text("duty.time.hint", "zone", page.zone());
        return new DutyScreen.Form(
                field("unit", typed.getOrDefault("unit", self), against, page),
                field("officer", "", against, page),
                choices(officers, typed.getOrDefault("officer", ""), page.text("duty.choose")),
                field("standIn", "", against, page),
                choices(officers, typed.getOrDefault("standIn", ""), page.text("duty.stand-in.none")),
                field("starts", typed.getOrDefault("starts", ""), against, page).hint(hint),
                field("ends", typed.getOrDefault("ends", ""), against, page).hint(hint));
    }

    private Field field(String name, String value, List<Objection> against, PageContext page) {
        return Field.of(name, page.text("duty.field." + name)).value(value).error(error(name, against, page));
    }

    private @Nullable String error(String field, List<Objection> against, PageContext page) {
        var texts = against.stream()
                .filter(objection -> objection.point().field().equals(field))
                .map(objection -> text(objection, page))
                .toList();
        return texts.isEmpty() ? null : String.join(" ", texts);
    }

    private static List<Choice> choices(List<Officer> officers, String chosen, String none) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", none, chosen.isEmpty()));
        officers.forEach(officer -> choices.add(Choice.of(
                officer.pseudonym(), officer.displayName(), officer.pseudonym().equals(chosen))));
        return List.copyOf(choices);
    }

    ZoneId zone(PageContext page) {
        return ZoneId.of(page.zone());
    }
}
