package org.enlace.node.drafts;

import java.util.List;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;

/// What a page says of a draft that its writer may not read now.
///
/// @param kind of message
/// @param saved when, in words
/// @param why it is closed
/// @param until the last day on which it is kept; null while it waits for a second person
/// @param who else can write such a message; none if nobody is known to
public record ClosedDraft(
        String action,
        String kind,
        String saved,
        String why,
        @Nullable String until,
        List<Role> who) {}
