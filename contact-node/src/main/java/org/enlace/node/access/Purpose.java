package org.enlace.node.access;

/// Why something is looked at or done. It goes into the audit log with the act.
public enum Purpose {
    INVESTIGATION,
    PROTECTION,
    ANALYSIS,
    OVERSIGHT,
    OPERATION,
    /// To decide whether a message may leave, or whether it was right that it left.
    RELEASE,
    /// What could not wait, against the table of roles.
    BREAK_GLASS
}
