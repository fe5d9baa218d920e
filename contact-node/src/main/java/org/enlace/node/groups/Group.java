package org.enlace.node.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// A sharing group as it is now.
///
/// @param revision from 1, one more with each change
/// @param members in the order of their codes
/// @param name as officers call it
/// @param ownReference a file number or case of ours
/// @param purpose code of list `group-purpose`
/// @param ends the last day, as agreed
/// @param overAt when it is over: after the last day, or earlier if somebody ended it
public record Group(
        UUID id,
        int revision,
        List<NodeId> members,
        String name,
        @Nullable String ownReference,
        String purpose,
        LocalDate starts,
        LocalDate ends,
        Instant beginsAt,
        Instant overAt) {
    public enum Standing {
        TO_COME,
        RUNS,
        OVER;

        /// Its form in the keys of texts.
        public String code() {
            return switch (this) {
                case TO_COME -> "to-come";
                case RUNS -> "runs";
                case OVER -> "over";
            };
        }
    }

    public Group {
        members = members.stream().sorted().toList();
    }

    public Standing standing(Instant now) {
        if (!now.isBefore(overAt)) {
            return Standing.OVER;
        }
        return now.isBefore(beginsAt) ? Standing.TO_COME : Standing.RUNS;
    }

    Group with(List<NodeId> others) {
        return new Group(id, revision + 1, others, name, ownReference, purpose, starts, ends, beginsAt, overAt);
    }

    Group until(LocalDate lastDay, Instant over) {
        return new Group(id, revision + 1, members, name, ownReference, purpose, starts, lastDay, beginsAt, over);
    }

    Group described(String otherName, @Nullable String otherReference, String otherPurpose) {
        return new Group(
                id, revision + 1, members, otherName, otherReference, otherPurpose, starts, ends, beginsAt, overAt);
    }

    /// Prints no name.
    @Override
    public String toString() {
        return id + " " + revision;
    }
}
