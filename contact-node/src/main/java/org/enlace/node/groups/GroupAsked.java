package org.enlace.node.groups;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group as somebody asks for it, before any rule was asked.
///
/// @param members codes of contact points
/// @param ground why they are in it, code of list `group-joining`
record GroupAsked(
        String name,
        String purpose,
        String ownReference,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        List<String> members,
        String ground) {
    GroupAsked {
        name = name.strip();
        ownReference = ownReference.strip();
        members = members.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /// Prints no name.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
