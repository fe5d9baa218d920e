package org.enlace.node.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.enlace.message.NodeId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.search.CaseFilter.Column;
import org.enlace.node.search.CaseFilter.Point;
import org.enlace.node.search.ListScreen.Select;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the list of cases and its filter into the words of its reader.
@Component
class ListScreens {
    private final CaseLists lists;
    private final AccessRules rules;
    private final CurrentDirectory directory;
    private final SavedFilters filters;

    ListScreens(CaseLists lists, AccessRules rules, CurrentDirectory directory, SavedFilters filters) {
        this.filters = filters;
        this.lists = lists;
        this.rules = rules;
        this.directory = directory;
    }

    ListScreen of(CaseFilter filter, Place before, PageContext page) {
        return of(filter, before, "", null, page);
    }

    /// @param name under which the filter should be kept
    /// @param point what stands against that
    ListScreen of(CaseFilter filter, Place before, String name, SavedFilters.@Nullable Point point, PageContext page) {
        var reader = Objects.requireNonNull(page.officer());
        var against = filter.against();
        var list = against.isEmpty() ? lists.of(filter, before, page) : new CaseList(List.of(), null, null, true);
        var query = filter.query();
        var older = list.older() == null
                ? null
                : "/cases?" + (query.isEmpty() ? "" : query + "&") + "before=" + list.older();
        return new ListScreen(
                List.of(
                        select("kind", "message-type", filter.kind(), page),
                        select("country", countries(filter, page), page),
                        select("state", "business-state", filter.state(), page),
                        select("urgency", "urgency", filter.urgency(), page),
                        select("owner", owners(filter, page), page)),
                day("from", filter.from(), against, page),
                day("until", filter.until(), against, page),
                Arrays.stream(Column.values())
                        .map(column -> Choice.of(
                                column.name(), page.text("search.show." + column.name()), filter.shows(column)))
                        .toList(),
                filter.narrows(),
                query,
                filters.of(reader),
                Field.of("name", page.text("search.save.name"))
                        .value(Hidden.without(name))
                        .error(point == null ? null : page.text("search.point." + point.code())),
                rules.mayOpen(reader, Action.EXPORT_CASE),
                list,
                older,
                "/cases?" + (query.isEmpty() ? "all" : query));
    }

    private Select select(String name, String list, String chosen, PageContext page) {
        var choices = new ArrayList<Choice>();
        lists.codes(list)
                .forEach(code -> choices.add(Choice.of(code, lists.label(list, code, page), code.equals(chosen))));
        return select(name, choices, page);
    }

    private static Select select(String name, List<Choice> choices, PageContext page) {
        var all = new ArrayList<Choice>();
        all.add(Choice.of("", page.text("search.any"), choices.stream().noneMatch(Choice::chosen)));
        all.addAll(choices);
        return new Select(Field.of(name, page.text("search.filter." + name)), all);
    }

    /// The members of the network, by name, and the one that is asked for.
    private List<Choice> countries(CaseFilter filter, PageContext page) {
        var codes = new ArrayList<>(directory.current().members().stream()
                .map(member -> member.code().value())
                .toList());
        Optional.of(filter.country())
                .filter(code -> !code.isEmpty() && !codes.contains(code))
                .ifPresent(codes::add);
        return codes.stream()
                .map(code -> Choice.of(code, page.country(new NodeId(code)), code.equals(filter.country())))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .toList();
    }

    private List<Choice> owners(CaseFilter filter, PageContext page) {
        var reader = Objects.requireNonNull(page.officer());
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of(
                CaseFilter.ME, page.text("search.owner.me"), filter.owner().equals(CaseFilter.ME)));
        choices.add(Choice.of(
                CaseFilter.NOBODY,
                page.text("search.owner.nobody"),
                filter.owner().equals(CaseFilter.NOBODY)));
        lists.owners().stream()
                .filter(officer -> !officer.id().equals(reader.id()) && rules.mayOpen(officer, Action.WORK_CASES))
                .forEach(officer -> choices.add(Choice.of(
                        officer.pseudonym(),
                        officer.displayName(),
                        filter.owner().equals(officer.pseudonym()))));
        return choices;
    }

    private static Field day(String name, String typed, List<Point> against, PageContext page) {
        return Field.of(name, page.text("search.filter." + name))
                .value(typed)
                .error(against.stream()
                        .filter(point -> point.field().equals(name))
                        .map(point -> text(point, page))
                        .findFirst()
                        .orElse(null));
    }

    static String text(Point point, PageContext page) {
        return page.text("search.point." + point.code());
    }
}
