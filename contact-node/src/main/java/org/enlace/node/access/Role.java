package org.enlace.node.access;

/// What an officer is at this contact point.
public enum Role {
    INVESTIGATOR,
    CONSULAR,
    CASE_WORKER,
    ANALYST,
    DUTY,
    SUPERVISOR,
    AUDITOR,
    OPERATOR;

    /// Whether this role may do it at all; what it is done to is judged by [AccessRules].
    public boolean permits(Action action) {
        return Permissions.of(this).contains(action);
    }
}
