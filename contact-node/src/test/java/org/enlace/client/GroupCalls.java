package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sharing groups.
public interface GroupCalls {
    @Call("GET /api/v1/groups?view&page")
    GroupPage groups(@Nullable String view, int page);

    @Call(value = "POST /api/v1/groups", key = Call.Key.MADE)
    Group found(NewGroup body);

    @Call("GET /api/v1/groups/{id}?on")
    Whole read(UUID id, @Nullable LocalDate on);

    @Call("POST /api/v1/groups/{id}/add")
    Group add(UUID id, Change body);

    @Call("POST /api/v1/groups/{id}/describe")
    Group describe(UUID id, Describing body);

    @Call("POST /api/v1/groups/{id}/end")
    Group end(UUID id, Ending body);

    @Call("POST /api/v1/groups/{id}/prolong")
    Group prolong(UUID id, Prolonging body);

    @Call("POST /api/v1/groups/{id}/remove")
    Group remove(UUID id, Change body);

    /// All pages.
    default Stream<Group> all(String view) {
        return Pages.numbered(page -> {
            var one = groups(view, page);
            return new Pages.Numbered<>(one.groups(), one.more(), page);
        });
    }

    record GroupPage(List<Group> groups, boolean more) {}

    record NewGroup(
            @Nullable LocalDate ends,
            @Nullable String ground,
            @Nullable List<String> members,
            String name,
            @Nullable String ownReference,
            String purpose,
            @Nullable LocalDate starts) {}

    record Group(
            Instant beginsAt,
            LocalDate ends,
            UUID id,
            List<String> members,
            String name,
            Instant overAt,
            String purpose,
            long revision,
            String standing,
            LocalDate starts) {}

    record Whole(
            Group group,
            List<Act> history,
            List<Member> memberships,
            List<String> on,
            @Nullable String ownReference) {}

    record Change(
            String ground,
            @Nullable List<String> members,
            @Nullable String note,
            long revision) {}

    record Describing(String name, @Nullable String ownReference, String purpose, long revision) {}

    record Ending(String reason, long revision) {}

    record Prolonging(@Nullable LocalDate ends, String reason, long revision) {}

    record Act(
            Instant at,
            String by,
            @Nullable LocalDate ends,
            String kind,
            @Nullable String member,
            long revision,
            @Nullable String words) {}

    record Member(
            String addedBy,
            String addedFor,
            Instant from,
            String member,
            @Nullable String removedBy,
            @Nullable String removedFor,
            @Nullable Instant until) {}
}
