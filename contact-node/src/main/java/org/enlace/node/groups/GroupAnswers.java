package org.enlace.node.groups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.groups.GroupApi.ActAnswer;
import org.enlace.node.groups.GroupApi.GroupAnswer;
import org.enlace.node.groups.GroupApi.MemberAnswer;
import org.enlace.node.groups.GroupApi.WholeAnswer;
import org.enlace.node.groups.GroupOutcome.Objection;
import org.enlace.node.groups.GroupOutcome.Point;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the API answers about groups.
@Component
class GroupAnswers {
    private final GroupReading reading;
    private final GroupWords words;
    private final Officers officers;
    private final Clock clock;

    GroupAnswers(GroupReading reading, GroupWords words, Officers officers, Clock clock) {
        this.reading = reading;
        this.words = words;
        this.officers = officers;
        this.clock = clock;
    }

    GroupAnswer of(Group group) {
        return new GroupAnswer(
                group.id(),
                group.revision(),
                group.name(),
                group.purpose(),
                group.members(),
                group.starts(),
                group.ends(),
                group.standing(clock.instant()),
                group.beginsAt(),
                group.overAt());
    }

    /// @param all whether the caller keeps groups
    WholeAnswer whole(Group group, @Nullable LocalDate on, boolean all) {
        var acts = reading.acts(group);
        var named = officers.everyone().stream().collect(Collectors.toMap(Officer::id, Officer::pseudonym));
        return new WholeAnswer(
                of(group),
                all ? group.ownReference() : null,
                Membership.of(acts).stream()
                        .map(member -> member(member, group, named))
                        .toList(),
                acts.stream().map(act -> act(act, named, all)).toList(),
                on == null ? null : reading.on(group, on));
    }

    GroupAnswer after(GroupOutcome outcome, PageContext page) {
        return switch (outcome) {
            case GroupOutcome.Kept(var group) -> of(group);
            case GroupOutcome.Refused(var against) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        against.stream().map(point -> wrong(point, page)).toList());
            case GroupOutcome.Changed changed -> throw changed(changed.since(), page);
            case GroupOutcome.Unseen() -> throw new Unseen();
        };
    }

    private ProblemFound changed(List<GroupAct> since, PageContext page) {
        var named = words.named(since);
        return new ProblemFound(
                ProblemKind.CHANGED_MEANWHILE,
                since.stream()
                        .map(act -> Problem.Wrong.at(
                                "/revision", Point.CHANGED_SINCE.name(), words.since(act, named, page)))
                        .toList());
    }

    private Problem.Wrong wrong(Objection objection, PageContext page) {
        var point = objection.point();
        return Problem.Wrong.at("/" + point.field(), point.name(), words.of(objection, page));
    }

    private MemberAnswer member(Membership member, Group group, Map<OfficerId, String> named) {
        var left = member.left();
        var over = group.standing(clock.instant()) == Group.Standing.OVER ? group.overAt() : null;
        var ground = member.joined().ground();
        return new MemberAnswer(
                member.member(),
                member.joined().at(),
                named.getOrDefault(member.joined().officer(), ""),
                ground == null ? "" : ground,
                left == null ? over : left.at(),
                left == null ? null : named.getOrDefault(left.officer(), ""),
                left == null ? null : left.ground());
    }

    private static ActAnswer act(GroupAct act, Map<OfficerId, String> named, boolean all) {
        return new ActAnswer(
                act.revision(),
                act.kind().name(),
                named.getOrDefault(act.officer(), ""),
                act.at(),
                act.member(),
                act.ends(),
                all ? act.words() : null);
    }
}
