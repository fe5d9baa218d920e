package org.enlace.node.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a system may, from where and until when.
///
/// @param sources addresses and networks from which it calls; empty for any
/// @param lastDay on which it may come in; null only where somebody typed none
public record SystemTerms(
        Set<Role> roles, List<String> sources, @Nullable LocalDate lastDay) {
    private static final int SOURCES_MAX = 500;
    private static final int DAYS_MAX = 731;

    public SystemTerms {
        roles = Set.copyOf(roles);
        sources = List.copyOf(sources);
    }

    /// @param typed addresses and networks, separated by blanks, commas or lines
    public static SystemTerms of(Set<Role> roles, String typed, @Nullable LocalDate lastDay) {
        return new SystemTerms(roles, Sources.split(typed), lastDay);
    }

    /// The form in which it is stored.
    String column() {
        return String.join(" ", sources);
    }

    Set<SystemPoint> flaws(LocalDate today) {
        var flaws = EnumSet.noneOf(SystemPoint.class);
        if (roles.isEmpty()) {
            flaws.add(SystemPoint.SYSTEM_ROLES_MISSING);
        }
        if (roles.contains(Role.SUPERVISOR)) {
            flaws.add(SystemPoint.ROLE_FOR_PERSONS);
        }
        if (column().length() > SOURCES_MAX || !sources.stream().allMatch(Sources::isOne)) {
            flaws.add(SystemPoint.SOURCES_WRONG);
        }
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(DAYS_MAX))) {
            flaws.add(SystemPoint.LAST_DAY_WRONG);
        }
        return flaws;
    }
}
