package org.enlace.node.access;

import java.time.LocalDate;
import java.util.Set;

/// A system as an operator describes one.
///
/// @param certificate PEM
public record SystemAsked(String name, String contact, String purpose, SystemTerms terms, String certificate) {
    private static final int NAME_MAX = 120;
    private static final int CONTACT_MAX = 200;
    private static final int PURPOSE_MAX = 500;

    public SystemAsked {
        name = name.strip();
        contact = contact.strip();
        purpose = purpose.strip();
    }

    /// What is wrong with it by itself, apart from the certificate.
    Set<SystemPoint> flaws(LocalDate today) {
        var flaws = terms.flaws(today);
        if (name.isEmpty() || name.length() > NAME_MAX) {
            flaws.add(SystemPoint.SYSTEM_NAME_MISSING);
        }
        if (contact.isEmpty() || contact.length() > CONTACT_MAX) {
            flaws.add(SystemPoint.CONTACT_MISSING);
        }
        if (purpose.isEmpty() || purpose.length() > PURPOSE_MAX) {
            flaws.add(SystemPoint.PURPOSE_MISSING);
        }
        return flaws;
    }

    /// Prints nothing of it.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
