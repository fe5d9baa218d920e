package org.enlace.node.audit;

import org.jspecify.annotations.Nullable;

/// One act to write down. Nothing in it may say anything about a person in a case.
///
/// @param actor pseudonym of the officer, or [#NODE] for the machine
/// @param action what was done, a stable code such as `SEND` or `SHOW_IDENTITY`
/// @param objectId what it was done to: a message id, a case reference
/// @param purpose why, a code; absent where no purpose is asked
/// @param outcome `DONE`, `REFUSED` or a code that says more
public record AuditEntry(
        String actor,
        String action,
        String objectId,
        @Nullable String purpose,
        String outcome) {
    public static final String NODE = "node";
    public static final String DONE = "DONE";

    /// Something the machine did by itself.
    public static AuditEntry byNode(String action, String objectId) {
        return new AuditEntry(NODE, action, objectId, null, DONE);
    }
}
