package org.enlace.node.drafts;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.enlace.code.Code;
import org.enlace.code.CodeLists;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Names;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Codes as choices in the reader's language.
@Component
final class Codes {
    private final CodeLists lists;

    Codes(CodeLists lists) {
        this.lists = lists;
    }

    List<Choice> choices(String list, Locale reader, Collection<String> chosen) {
        return kept(known(list, reader, chosen), chosen);
    }

    private List<Choice> known(String list, Locale reader, Collection<String> chosen) {
        return lists.list(list).codes().stream()
                .filter(Code::inUse)
                .map(code -> Choice.of(code.code(), code.label(reader), chosen.contains(code.code())))
                .toList();
    }

    List<Choice> languages(Locale reader, Collection<String> chosen) {
        return kept(sorted(known("language", reader, chosen), reader), chosen);
    }

    List<Choice> countries(Locale reader, Collection<String> chosen) {
        return kept(named(reader, chosen), chosen);
    }

    private static List<Choice> named(Locale reader, Collection<String> chosen) {
        return sorted(
                Stream.of(Locale.getISOCountries())
                        .map(code -> Choice.of(code, Names.country(reader, code), chosen.contains(code)))
                        .toList(),
                reader);
    }

    /// What was chosen and the list does not have, such as a rare language or a part of a country, stays chosen, or a
    /// form would lose it in silence.
    static List<Choice> kept(List<Choice> choices, Collection<String> chosen) {
        var all = new ArrayList<>(choices);
        chosen.stream()
                .distinct()
                .filter(code ->
                        choices.stream().noneMatch(choice -> choice.value().equals(code)))
                .forEach(code -> all.add(Choice.of(code, code, true)));
        return List.copyOf(all);
    }

    /// Countries, and what stands in a travel document of those who have none.
    List<Choice> citizenships(PageContext page, Collection<String> chosen) {
        var all = new ArrayList<>(named(page.locale(), chosen));
        all.add(Choice.of("XXA", page.text("compose.person.stateless"), chosen.contains("XXA")));
        all.add(Choice.of("XXX", page.text("compose.person.unspecified"), chosen.contains("XXX")));
        return kept(all, chosen);
    }

    String label(String list, String code, Locale reader) {
        return lists.list(list).label(code, reader);
    }

    /// With an empty choice before the others.
    static List<Choice> optional(String none, List<Choice> choices) {
        var all = new ArrayList<Choice>();
        all.add(Choice.of("", none, choices.stream().noneMatch(Choice::chosen)));
        all.addAll(choices);
        return all;
    }

    private static List<Choice> sorted(List<Choice> choices, Locale reader) {
        var collator = Collator.getInstance(reader);
        return choices.stream()
                .sorted(Comparator.comparing(Choice::label, collator))
                .toList();
    }
}
