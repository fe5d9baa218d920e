package org.enlace.node.access;

/// The answer of [AccessRules].
public sealed interface Decision {
    record Allowed() implements Decision {}

    /// @param reason a stable code for the audit log, never shown to the one who asked
    record Denied(Reason reason) implements Decision {}

    enum Reason {
        ROLE,
        PURPOSE,
        PROTECTION_ONLY,
        NOT_THE_OWNER,
        OWN_WORK,
        /// What a person decides, and no system.
        PERSON
    }

    default boolean allowed() {
        return this instanceof Allowed;
    }
}
