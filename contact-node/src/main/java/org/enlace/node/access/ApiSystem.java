package org.enlace.node.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A system that calls the API, as those see it who administer this node.
///
/// @param officer what it stands as wherever an officer may
/// @param name for this node's own pages
/// @param contact who answers for it
/// @param terms with a last day
/// @param certificates the one that ends first stands first
/// @param waiting whether a change of it waits for a second person
public record ApiSystem(
        Officer officer,
        String name,
        String contact,
        String purpose,
        Standing standing,
        SystemTerms terms,
        List<SystemCertificate> certificates,
        boolean waiting) {
    public ApiSystem {
        certificates = List.copyOf(certificates);
    }

    /// Its form in texts: `active`.
    public String state(LocalDate today) {
        return standing == Standing.ACTIVE && isOver(today)
                ? "ended"
                : standing.name().toLowerCase(Locale.ROOT);
    }

    boolean isOver(LocalDate today) {
        var last = terms.lastDay();
        return last == null || today.isAfter(last);
    }

    /// Prints its pseudonym alone.
    @Override
    public String toString() {
        return officer.toString();
    }
}
