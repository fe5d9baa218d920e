package org.enlace.node.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An officer as an operator describes one.
///
/// @param language a code of two letters, empty for what the browser says
/// @param email empty for nowhere
public record OfficerAsked(String username, String displayName, Set<Role> roles, String language, String email) {
    private static final int USERNAME_MAX = 64;
    private static final int NAME_MAX = 120;
    private static final Set<String> LANGUAGES = Set.of("", "en", "es", "pt", "fr");

    public OfficerAsked {
        username = username.strip();
        displayName = displayName.strip();
        email = email.strip();
        roles = Set.copyOf(roles);
    }

    /// What is wrong with it by itself.
    Set<OfficerPoint> flaws() {
        var flaws = EnumSet.noneOf(OfficerPoint.class);
        if (username.isEmpty() || username.length() > USERNAME_MAX) {
            flaws.add(OfficerPoint.USERNAME_MISSING);
        }
        if (displayName.isEmpty() || displayName.length() > NAME_MAX) {
            flaws.add(OfficerPoint.NAME_MISSING);
        }
        if (roles.isEmpty()) {
            flaws.add(OfficerPoint.ROLES_MISSING);
        }
        if (!LANGUAGES.contains(language)) {
            flaws.add(OfficerPoint.OFFICER_LANGUAGE_UNKNOWN);
        }
        if (!email.isEmpty() && !ListedOfficer.isEmail(email)) {
            flaws.add(OfficerPoint.EMAIL_WRONG);
        }
        return flaws;
    }

    @Nullable
    Locale locale() {
        return language.isEmpty() ? null : Locale.forLanguageTag(language);
    }

    /// Prints no name.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
