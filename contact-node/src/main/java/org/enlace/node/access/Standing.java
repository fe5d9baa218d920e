package org.enlace.node.access;

/// How it stands with an officer, beside what the list of officers says. Only who is [#ACTIVE] comes in.
public enum Standing {
    /// Added by an operator; nobody has agreed yet.
    ASKED,
    ACTIVE,
    LOCKED,
    /// A second person did not agree.
    REFUSED
}
