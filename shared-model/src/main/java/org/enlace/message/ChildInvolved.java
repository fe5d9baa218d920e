package org.enlace.message;

public enum ChildInvolved {
    YES,
    NO,
    /// Treated as yes.
    SUSPECTED
}
