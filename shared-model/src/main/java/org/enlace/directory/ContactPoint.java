package org.enlace.directory;

import java.util.List;
import java.util.stream.Stream;

/// How people reach a member's desk.
///
/// @param unit name of the desk as the member writes it
/// @param zone IANA time zone of the desk
/// @param languages languages the desk reads, ISO 639-3
/// @param interpreters languages for which it lists an interpreter, ISO 639-3
/// @param hours opening hours in words, `24/7` when always
/// @param roles what the desk is competent for, codes of list `role`
public record ContactPoint(
        String unit,
        String city,
        String zone,
        List<String> languages,
        List<String> interpreters,
        String emergencyPhone,
        String hours,
        List<String> roles) {
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
        return new ContactPoint(unit, city, zone, languages, interpreters, emergencyPhone, hours, others);
    }
}
