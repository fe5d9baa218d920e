package org.enlace.node.groups;

import java.util.List;
import java.util.UUID;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The groups in the words of their reader.
///
/// @param past whether those are shown that are over
/// @param newer address of the page before this; null on the first, `older` likewise
/// @param keeps whether the reader sees those that do not run
/// @param form null for those who do not found any
public record GroupListScreen(
        List<Line> groups,
        boolean past,
        @Nullable String newer,
        @Nullable String older,
        boolean keeps,
        @Nullable Form form) {
    public GroupListScreen {
        groups = List.copyOf(groups);
    }

    /// @param standing key of its text begins with `groups.standing.`
    public record Line(UUID id, String name, String purpose, String members, int count, String when, String standing) {}

    /// @param key by which it is founded once, however often the form is sent
    public record Form(
            String key,
            Field name,
            Field purpose,
            List<Choice> purposes,
            Field ownReference,
            Field starts,
            Field ends,
            Field members,
            List<Choice> partners,
            Field ground,
            List<Choice> grounds) {}
}
