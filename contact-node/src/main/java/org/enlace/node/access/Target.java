package org.enlace.node.access;

import org.enlace.message.CaseReference;

/// What an act is done to.
public sealed interface Target {
    /// The page or list as a whole; its rows are judged one by one.
    record Whole() implements Target {}

    /// @param protectionOnly the sender allows it to be used for the protection of the victim and for nothing else
    record OfCase(CaseReference reference, boolean protectionOnly) implements Target {}

    /// Messages of a kind, whichever case they belong to: what lists and counts ask about.
    ///
    /// @param protectionOnly as in [OfCase]
    record OfKind(boolean protectionOnly) implements Target {}

    /// Something that belongs to one officer alone, such as a draft.
    record OwnedBy(OfficerId owner) implements Target {}

    /// What needs somebody else than its writer.
    record WrittenBy(OfficerId writer) implements Target {}

    static Target whole() {
        return new Whole();
    }
}
