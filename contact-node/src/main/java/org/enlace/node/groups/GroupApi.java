package org.enlace.node.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sharing groups for a national case system.
@RestController
@RequestMapping(path = "/api/v1/groups", produces = MediaType.APPLICATION_JSON_VALUE)
class GroupApi {
    private final GroupKeeping keeping;
    private final GroupReading reading;
    private final GroupAnswers answers;
    private final AccessRules rules;

    GroupApi(GroupKeeping keeping, GroupReading reading, GroupAnswers answers, AccessRules rules) {
        this.keeping = keeping;
        this.reading = reading;
        this.answers = answers;
        this.rules = rules;
    }

    /// @param starts the first day; ends the last
    /// @param ground why its first members are in it, code of list `group-joining`
    record Asked(
            String name,
            String purpose,
            @Nullable String ownReference,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable List<String> members,
            @Nullable String ground) {
        GroupAsked group() {
            return new GroupAsked(
                    name, purpose, said(ownReference), starts, ends, GroupApi.members(members), said(ground));
        }

        /// Prints no name.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param revision that the caller saw
    /// @param ground code of list `group-joining`, or `group-leaving` to take out
    record Change(
            int revision,
            @Nullable List<String> members,
            String ground,
            @Nullable String note) {}

    record Prolonging(int revision, @Nullable LocalDate ends, String reason) {}

    record Ending(int revision, String reason) {}

    record Describing(
            int revision,
            String name,
            String purpose,
            @Nullable String ownReference) {
        /// Prints no name.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param view `current` or `past`; the second for supervisors
    @GetMapping
    @Access(Action.READ_GROUPS)
    ListAnswer list(
            @RequestParam(defaultValue = "current") String view,
            @RequestParam(defaultValue = "0") int page,
            Officer officer) {
        var found = reading.page(view.equals("past"), page, keeps(officer));
        return new ListAnswer(found.groups().stream().map(answers::of).toList(), found.more());
    }

    /// @param on a day; the answer then says who was in the group on that day
    @GetMapping("/{id}")
    @Access(Action.READ_GROUPS)
    WholeAnswer one(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Officer officer) {
        return answers.whole(reading.find(id, keeps(officer)).orElseThrow(Unseen::new), on, keeps(officer));
    }

    /// @param key founds a group once, however often it is sent
    @PostMapping
    @Access(Action.KEEP_GROUPS)
    @ResponseStatus(HttpStatus.CREATED)
    GroupAnswer found(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody Asked asked,
            Officer by,
            PageContext page) {
        return answers.after(keeping.found(GroupPages.id(key, by), asked.group(), by), page);
    }

    @PostMapping("/{id}/add")
    @Access(Action.KEEP_GROUPS)
    GroupAnswer add(@PathVariable UUID id, @RequestBody Change asked, Officer by, PageContext page) {
        return answers.after(
                keeping.add(id, asked.revision(), members(asked.members()), asked.ground(), asked.note(), by), page);
    }

    @PostMapping("/{id}/remove")
    @Access(Action.KEEP_GROUPS)
    GroupAnswer remove(@PathVariable UUID id, @RequestBody Change asked, Officer by, PageContext page) {
        return answers.after(
                keeping.remove(id, asked.revision(), members(asked.members()), asked.ground(), asked.note(), by), page);
    }

    @PostMapping("/{id}/prolong")
    @Access(Action.KEEP_GROUPS)
    GroupAnswer prolong(@PathVariable UUID id, @RequestBody Prolonging asked, Officer by, PageContext page) {
        return answers.after(keeping.prolong(id, asked.revision(), asked.ends(), asked.reason(), by), page);
    }

    @PostMapping("/{id}/end")
    @Access(Action.KEEP_GROUPS)
    GroupAnswer end(@PathVariable UUID id, @RequestBody Ending asked, Officer by, PageContext page) {
        return answers.after(keeping.end(id, asked.revision(), asked.reason(), by), page);
    }

    @PostMapping("/{id}/describe")
    @Access(Action.KEEP_GROUPS)
    GroupAnswer describe(@PathVariable UUID id, @RequestBody Describing asked, Officer by, PageContext page) {
        return answers.after(
                keeping.describe(id, asked.revision(), asked.name(), asked.purpose(), said(asked.ownReference()), by),
                page);
    }

    private boolean keeps(Officer officer) {
        return rules.mayOpen(officer, Action.KEEP_GROUPS);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> members(@Nullable List<String> members) {
        return members == null ? List.of() : members.stream().distinct().toList();
    }

    /// @param more whether there is a page after this
    record ListAnswer(List<GroupAnswer> groups, boolean more) {}

    /// @param members who is in it at this revision
    /// @param standing `TO_COME`, `RUNS` or `OVER`
    /// @param ends the last day as agreed; `overAt` is earlier if somebody ended it
    record GroupAnswer(
            UUID id,
            int revision,
            String name,
            String purpose,
            List<NodeId> members,
            LocalDate starts,
            LocalDate ends,
            Group.Standing standing,
            Instant beginsAt,
            Instant overAt) {}

    /// @param ownReference for supervisors
    /// @param memberships all there ever were
    /// @param on who was in it on the day that was asked for; null if none was
    record WholeAnswer(
            GroupAnswer group,
            @Nullable String ownReference,
            List<MemberAnswer> memberships,
            List<ActAnswer> history,
            @Nullable List<NodeId> on) {}

    /// @param until null while it is in; of a group that is over, until when that ran
    /// @param addedBy pseudonym; removedBy likewise
    record MemberAnswer(
            NodeId member,
            Instant from,
            String addedBy,
            String addedFor,
            @Nullable Instant until,
            @Nullable String removedBy,
            @Nullable String removedFor) {}

    /// @param words why, for supervisors
    record ActAnswer(
            int revision,
            String kind,
            String by,
            Instant at,
            @Nullable NodeId member,
            @Nullable LocalDate ends,
            @Nullable String words) {}
}
