package org.enlace.person;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a person agrees to, each by itself, and may take back, each by itself.
public enum ConsentPurpose {
    ASSISTANCE,
    SHARE_AUTHORITY,
    SHARE_CONSULATE,
    SHARE_NGO,
    POLICE_USE,
    COURT_USE,
    FAMILY_CONTACT,
    STATISTICS;

    /// @param code of list `consent-purpose`; empty for one that only a newer version knows
    public static Optional<ConsentPurpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(code))
                .findFirst();
    }

    /// Whether nothing is left of what the person agreed to, so that the work on the case ends: help itself was taken
    /// back, or everything else was. A purpose that only a newer version knows is taken as the gravest.
    ///
    /// @param withdrawn codes of list `consent-purpose`, all that were taken back so far
    public static boolean endsAll(Collection<String> withdrawn) {
        var known = known(withdrawn);
        return known.contains(ASSISTANCE)
                || known.containsAll(EnumSet.complementOf(EnumSet.of(ASSISTANCE)))
                || withdrawn.stream().anyMatch(code -> of(code).isEmpty());
    }

    /// Those that this version knows.
    public static Set<ConsentPurpose> known(Collection<String> codes) {
        var known = EnumSet.noneOf(ConsentPurpose.class);
        codes.forEach(code -> of(code).ifPresent(known::add));
        return known;
    }
}
