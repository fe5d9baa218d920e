package org.enlace.node.officers;

import java.util.List;
import java.util.UUID;
import org.enlace.node.access.KeptOfficer;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// All officers, a page at a time, with what waits for a second person.
///
/// @param waiting shown on the first page
/// @param next address of the page after this, null if there is none
/// @param form for a new officer, null for who may not add any
public record OfficersScreen(
        List<KeptOfficer> officers,
        List<Waiting> waiting,
        boolean first,
        @Nullable String next,
        @Nullable Form form) {
    public OfficersScreen {
        officers = List.copyOf(officers);
        waiting = List.copyOf(waiting);
    }

    /// @param path of the page about whom or what it is
    /// @param what would happen, in words
    /// @param why the reader may not decide, null if they may
    public record Waiting(
            UUID id,
            String path,
            String name,
            String what,
            String asked,
            @Nullable String why) {}

    public record Form(
            Field username,
            Field displayName,
            Field roles,
            List<Choice> allRoles,
            Field language,
            List<Choice> languages,
            Field email) {
        public Form {
            allRoles = List.copyOf(allRoles);
            languages = List.copyOf(languages);
        }
    }
}
