package org.enlace.node.audit;

/// What a check of the whole chain found.
public sealed interface AuditCheck {

    /// @param entries how many there are
    /// @param head hash of the last one
    record Intact(long entries, String head) implements AuditCheck {}

    /// @param seq the first place where the chain does not hold; everything before it does
    /// @param why what is wrong there
    record Broken(long seq, Flaw why) implements AuditCheck {}

    enum Flaw {
        MISSING,
        CHANGED,
        NOT_CHAINED,
        TAIL_CUT
    }
}
