package org.enlace.node.access;

import java.util.Locale;

/// What stands against keeping a system as it was asked for.
public enum SystemPoint {
    SYSTEM_NAME_MISSING("name"),
    CONTACT_MISSING("contact"),
    PURPOSE_MISSING("purpose"),
    SYSTEM_ROLES_MISSING("roles"),
    /// What only a supervisor does, a person does.
    ROLE_FOR_PERSONS("roles"),
    SOURCES_WRONG("sources"),
    LAST_DAY_WRONG("lastDay"),
    /// It is exactly so already.
    TERMS_SAME("roles"),
    CERTIFICATE_UNREADABLE("certificate"),
    CERTIFICATE_ENDED("certificate"),
    /// Its key could be broken.
    CERTIFICATE_WEAK("certificate"),
    /// Each certificate belongs to one system, and to it once.
    CERTIFICATE_KNOWN("certificate"),
    /// Two at once are enough to change one for the other.
    CERTIFICATES_TWO("certificate"),
    /// A change of this system waits already.
    SYSTEM_WAITS("system"),
    /// It does not fit how it stands with the system.
    SYSTEM_NOT_NOW("system");

    private final String field;

    SystemPoint(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }

    /// Its form in texts: `sources-wrong`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
