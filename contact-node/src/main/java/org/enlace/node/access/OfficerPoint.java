package org.enlace.node.access;

import java.util.Locale;

/// What stands against keeping an officer as it was asked for.
public enum OfficerPoint {
    USERNAME_MISSING("username"),
    USERNAME_TAKEN("username"),
    NAME_MISSING("displayName"),
    ROLES_MISSING("roles"),
    /// The officer has these roles already.
    ROLES_SAME("roles"),
    EMAIL_WRONG("email"),
    OFFICER_LANGUAGE_UNKNOWN("language"),
    /// Nobody changes their own rights.
    YOURSELF("officer"),
    /// The list of officers says who this is: change it there, or keep the officer here first.
    LISTED("officer"),
    /// A change of this officer waits already.
    WAITS_ALREADY("officer"),
    /// It does not fit how it stands with the officer.
    NOT_NOW("officer"),
    /// Somebody else than who asked for it, and than whom it is about, decides.
    YOUR_OWN_REQUEST("change");

    private final String field;

    OfficerPoint(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }

    /// Its form in texts: `username-missing`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
