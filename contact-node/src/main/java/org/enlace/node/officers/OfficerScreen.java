package org.enlace.node.officers;

import java.util.List;
import org.enlace.node.access.KeptOfficer;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// One officer, with what the reader may do.
///
/// @param passkeys how many the officer has
/// @param stopped how many of those were stopped because they looked copied
/// @param keeps whether the reader may change this officer at all
/// @param why nothing can be changed, null if it can
/// @param refused what stood against the last act, null if nothing did
public record OfficerScreen(
        KeptOfficer kept,
        int passkeys,
        int stopped,
        boolean keeps,
        @Nullable String why,
        @Nullable String refused,
        Field displayName,
        Field email,
        Field roles,
        List<Choice> allRoles) {
    public OfficerScreen {
        allRoles = List.copyOf(allRoles);
    }

    public String path() {
        return "/officers/" + kept.officer().pseudonym();
    }
}
