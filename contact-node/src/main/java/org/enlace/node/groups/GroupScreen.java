package org.enlace.node.groups;

import java.time.Instant;
import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// One group in the words of its reader.
///
/// @param ownReference null if it has none
/// @param casePath where that leads, if it is a case of this network
/// @param since what was done meanwhile, when somebody was faster; empty otherwise
/// @param refused what stands against the last act as a whole; null if nothing does
/// @param forms null for those who only read, and when it is over
public record GroupScreen(
        GroupListScreen.Line line,
        int revision,
        @Nullable String ownReference,
        @Nullable String casePath,
        List<Member> members,
        List<Past> history,
        OnDay onDay,
        List<String> since,
        @Nullable String refused,
        @Nullable Forms forms) {
    public GroupScreen {
        members = List.copyOf(members);
        history = List.copyOf(history);
        since = List.copyOf(since);
    }

    public String path() {
        return "/groups/" + line.id();
    }

    /// One contact point in it, now or before.
    ///
    /// @param joined who added it and why; left likewise
    /// @param until null while it is in
    public record Member(
            String country,
            Instant from,
            String joined,
            @Nullable Instant until,
            String left) {}

    /// @param words why, as it was written; null if nothing was or the reader does not see it
    public record Past(String what, Instant at, @Nullable String words) {}

    /// Who was in it on one day.
    ///
    /// @param answer null while no day was asked for
    public record OnDay(Field day, @Nullable String answer) {}

    public record Forms(Changing add, Changing remove, Prolonging prolong, Field endReason, Describing describe) {}

    public record Changing(Field members, List<Choice> choices, Field ground, List<Choice> grounds, Field note) {}

    public record Prolonging(Field ends, Field reason) {}

    public record Describing(Field name, Field purpose, List<Choice> purposes, Field ownReference) {}
}
