package org.enlace.node.drafts;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.message.NodeId;
import org.enlace.node.groups.Group;
import org.enlace.node.groups.GroupChoice;
import org.enlace.node.groups.Groups;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sharing groups as those see them who write a message or decide about it.
@Component
class GroupViews {
    private final Groups groups;

    GroupViews(Groups groups) {
        this.groups = groups;
    }

    /// Those that run, by name.
    List<Choice> offered(Values values, PageContext page) {
        var chosen = ChosenGroups.of(values);
        var names = Collator.getInstance(page.locale());
        return groups.running().stream()
                .map(group -> Choice.of(
                        group.id().toString(),
                        page.text(
                                "compose.group.offer",
                                "name",
                                group.name(),
                                "n",
                                group.members().size()),
                        chosen != null && chosen.group().equals(group.id())))
                .sorted(Comparator.comparing(Choice::label, names))
                .toList();
    }

    FormView.@Nullable Grouped chosen(Values values, PageContext page) {
        return of(ChosenGroups.of(values), page);
    }

    /// Its name as it is called now, its members as they were chosen.
    FormView.@Nullable Grouped of(@Nullable GroupChoice choice, PageContext page) {
        if (choice == null) {
            return null;
        }
        var group = groups.find(choice.group());
        return new FormView.Grouped(
                group.filter(found -> found.standing(page.now()) == Group.Standing.RUNS)
                        .map(found -> "/groups/" + found.id())
                        .orElse(null),
                group.map(Group::name).orElse(page.text("compose.group.gone")),
                members(choice, page),
                groups.against(choice, choice.members()).stream()
                        .map(breach -> PointWords.of(breach, page))
                        .toList());
    }

    @Nullable
    String singled(Values values, PageContext page) {
        var member = values.one(Draft.SINGLED);
        return member == null ? null : page.text("compose.group.singled", "member", page.country(member));
    }

    /// Who will be able to read it, in one line beside the form; null if it goes to no group.
    @Nullable
    String line(@Nullable GroupChoice choice, PageContext page) {
        var shown = of(choice, page);
        return shown == null ? null : page.text("web.pair", "name", shown.name(), "value", shown.members());
    }

    private static String members(GroupChoice choice, PageContext page) {
        return choice.members().isEmpty()
                ? page.text("compose.group.nobody")
                : choice.members().stream()
                        .map(NodeId::value)
                        .map(page::country)
                        .sorted(Collator.getInstance(page.locale()))
                        .collect(Collectors.joining(", "));
    }
}
