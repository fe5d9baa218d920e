package org.enlace.node.matching;

import java.text.Collator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.enlace.code.Code;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.matching.Identifier;
import org.enlace.matching.IdentifierKind;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.matching.Asking.Objection;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Names;
import org.enlace.node.web.PageContext;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Words for private queries that pages and API share.
@Component
class QueryWords {
    /// An answer may still come.
    static final String WAITING = "WAITING";

    private final CodeLists lists;
    private final CurrentDirectory directory;

    QueryWords(CodeLists lists, CurrentDirectory directory) {
        this.lists = lists;
        this.directory = directory;
    }

    /// What stands against it and what to do.
    String of(Objection objection, PageContext page) {
        var member = objection.member();
        return page.text(
                "queries.point." + objection.point().code(), "member", member.isEmpty() ? "" : page.country(member));
    }

    /// How it stands with one partner, as a code.
    String standing(Query query, Query.Partner one, Instant now) {
        return switch (one.state()) {
            case ASKED -> now.isBefore(query.dueAt()) ? WAITING : "NO_ANSWER";
            case ANSWERED -> one.hits().isEmpty() ? "NO_HIT" : "HIT";
            case QUOTA_EXCEEDED, PURPOSE_REFUSED, UNREADABLE, OTHER, NO_ANSWER ->
                one.state().name();
        };
    }

    String label(String list, String code, PageContext page) {
        return lists.list(list).label(code, page.locale());
    }

    List<Choice> codes(String list, String chosen, PageContext page) {
        return Stream.concat(
                        Stream.of(Choice.of("", page.text("queries.choose"), chosen.isEmpty())),
                        lists.list(list).codes().stream()
                                .filter(Code::inUse)
                                .map(code -> Choice.of(
                                        code.code(),
                                        code.label(page.locale()),
                                        code.code().equals(chosen))))
                .toList();
    }

    List<Choice> kinds(@Nullable IdentifierKind chosen, PageContext page) {
        return Stream.concat(
                        Stream.of(Choice.of("", page.text("queries.choose"), chosen == null)),
                        Arrays.stream(IdentifierKind.values())
                                .map(kind -> Choice.of(kind.name(), kind(kind, page), kind == chosen)))
                .toList();
    }

    String kind(IdentifierKind kind, PageContext page) {
        return page.text("queries.kind." + kind.name());
    }

    List<Choice> states(String chosen, PageContext page) {
        return Stream.concat(
                        Stream.of(Choice.of("", page.text("queries.state.none"), chosen.isEmpty())),
                        Stream.of(Locale.getISOCountries())
                                .map(code -> Choice.of(code, Names.country(page.locale(), code), code.equals(chosen)))
                                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(page.locale()))))
                .toList();
    }

    List<Choice> partners(List<String> chosen, PageContext page) {
        return directory.partners().stream()
                .map(Member::code)
                .map(member -> Choice.of(member.value(), page.country(member), chosen.contains(member.value())))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(page.locale())))
                .toList();
    }

    /// For the officer who asked about it, after that was written down.
    @ShowsPersonalData
    String shown(Identifier identifier, PageContext page) {
        var state = identifier.state();
        return state == null
                ? identifier.number().reveal()
                : page.country(state) + " " + identifier.number().reveal();
    }
}
