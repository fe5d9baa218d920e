package org.enlace.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.lifecycle.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// How people reach a member's desk.
///
/// @param unit name of the desk as the member writes it
/// @param zone IANA time zone of the desk
/// @param languages languages the desk reads, ISO 639-3
/// @param interpreters languages for which it lists an interpreter, ISO 639-3
/// @param hours opening hours in words, `24/7` when always
/// @param roles what the desk is competent for, codes of list `role`
/// @param calendar on which days it does not work; null if it publishes none
public record ContactPoint(
        String unit,
        String city,
        String zone,
        List<String> languages,
        List<String> interpreters,
        String emergencyPhone,
        String hours,
        List<String> roles,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable
        PublishedCalendar calendar) {
    /// Competent for what contact points return to the whole network: their yearly statistics. One member at most is.
    public static final String SECRETARIAT = "SECRETARIAT";

    public ContactPoint {
        languages = List.copyOf(languages);
        interpreters = List.copyOf(interpreters);
        roles = List.copyOf(roles);
    }

    /// The same contact point with one role more.
    public ContactPoint with(String role) {
        return competentFor(
                Stream.concat(roles.stream(), Stream.of(role)).distinct().toList());
    }

    /// The same contact point with one role less.
    public ContactPoint without(String role) {
        return competentFor(roles.stream().filter(each -> !each.equals(role)).toList());
    }

    private ContactPoint competentFor(List<String> others) {
        return new ContactPoint(unit, city, zone, languages, interpreters, emergencyPhone, hours, others, calendar);
    }

    /// The same contact point, which publishes this calendar, or none.
    public ContactPoint with(@Nullable PublishedCalendar other) {
        return new ContactPoint(unit, city, zone, languages, interpreters, emergencyPhone, hours, roles, other);
    }

    /// By which days its clocks count. A desk that publishes none rests on Saturday and Sunday and on no other day.
    public WorkingCalendar workingCalendar() {
        ZoneId at = ZoneId.of(zone);
        if (calendar == null) {
            return WorkingCalendar.weekdays(at);
        }
        return new WorkingCalendar(at, Set.copyOf(calendar.restDays()), Set.copyOf(calendar.holidays()));
    }
}
