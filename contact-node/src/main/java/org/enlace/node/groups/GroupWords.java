package org.enlace.node.groups;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.code.Code;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.groups.GroupOutcome.Objection;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Words for groups that pages and API share.
@Component
class GroupWords {
    private final CodeLists lists;
    private final CurrentDirectory directory;
    private final OfficerNames names;
    private final NodeSettings settings;

    GroupWords(CodeLists lists, CurrentDirectory directory, OfficerNames names, NodeSettings settings) {
        this.lists = lists;
        this.directory = directory;
        this.names = names;
        this.settings = settings;
    }

    GroupListScreen.Line line(Group group, PageContext page) {
        return new GroupListScreen.Line(
                group.id(),
                group.name(),
                label("group-purpose", group.purpose(), page),
                members(group.members(), page),
                group.members().size(),
                page.text("groups.when", "from", day(group.starts(), page), "until", day(group.ends(), page)),
                group.standing(page.now()).code());
    }

    String members(List<NodeId> members, PageContext page) {
        return members.isEmpty()
                ? page.text("groups.members.none")
                : members.stream()
                        .map(page::country)
                        .sorted(Collator.getInstance(page.locale()))
                        .collect(Collectors.joining(", "));
    }

    String label(String list, String code, PageContext page) {
        return lists.list(list).label(code, page.locale());
    }

    List<Choice> codes(String list, String chosen, boolean none, PageContext page) {
        var codes = lists.list(list).codes().stream()
                .filter(Code::inUse)
                .map(code -> Choice.of(
                        code.code(), code.label(page.locale()), code.code().equals(chosen)));
        return none
                ? Stream.concat(Stream.of(Choice.of("", page.text("groups.choose"), chosen.isEmpty())), codes)
                        .toList()
                : codes.toList();
    }

    /// The partners that are not in it.
    List<Choice> partners(List<NodeId> without, List<String> chosen, PageContext page) {
        return countries(
                directory.partners().stream()
                        .map(Member::code)
                        .filter(member -> !without.contains(member))
                        .toList(),
                chosen,
                page);
    }

    List<Choice> countries(List<NodeId> members, List<String> chosen, PageContext page) {
        var sorted = Collator.getInstance(page.locale());
        return members.stream()
                .map(member -> Choice.of(member.value(), page.country(member), chosen.contains(member.value())))
                .sorted(Comparator.comparing(Choice::label, sorted))
                .toList();
    }

    /// What stands against it and what to do.
    String of(Objection objection, PageContext page) {
        var member = objection.member();
        return page.text(
                "groups.point." + objection.point().code(), "member", member.isEmpty() ? "" : page.country(member));
    }

    /// Display names of those who did this, in one query.
    Map<String, String> named(List<GroupAct> acts) {
        return names.of(
                acts.stream().map(act -> act.officer().value()).distinct().toList());
    }

    /// What was done, and by whom.
    String of(GroupAct act, Map<String, String> named, PageContext page) {
        var member = act.member();
        var ends = act.ends();
        return page.text(
                "groups.act." + act.kind().code(),
                "name",
                name(act, named, page),
                "member",
                member == null ? "" : page.country(member),
                "day",
                ends == null ? "" : day(ends, page));
    }

    /// The same with its time, for whoever did not see it.
    String since(GroupAct act, Map<String, String> named, PageContext page) {
        return page.text("groups.act.at", "what", of(act, named, page), "time", page.time(act.at()));
    }

    /// Who did it, why and when, beside the contact point that it is about.
    String by(GroupAct act, String list, Map<String, String> named, PageContext page) {
        var ground = act.ground();
        return page.text(
                "groups.by", "name", name(act, named, page), "ground", ground == null ? "" : label(list, ground, page));
    }

    String day(LocalDate day, PageContext page) {
        return page.day(day.atStartOfDay(settings.zone()).toInstant());
    }

    private static String name(GroupAct act, Map<String, String> named, PageContext page) {
        return named.getOrDefault(act.officer().value(), page.text("groups.officer.gone"));
    }
}
