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
import org.springframework.stereotype.Component;

/// Codes as choices in the reader's language.
@Component
final class Codes {
    private final CodeLists lists;

    Codes(CodeLists lists) {
        this.lists = lists;
    }

    List<Choice> choices(String list, Locale reader, Collection<String> chosen) {
        return lists.list(list).codes().stream()
                .filter(Code::inUse)
                .map(code -> Choice.of(code.code(), code.label(reader), chosen.contains(code.code())))
                .toList();
    }

    List<Choice> languages(Locale reader, Collection<String> chosen) {
        return sorted(choices("language", reader, chosen), reader);
    }

    List<Choice> countries(Locale reader, Collection<String> chosen) {
        return sorted(
                Stream.of(Locale.getISOCountries())
                        .map(code -> Choice.of(code, Names.country(reader, code), chosen.contains(code)))
                        .toList(),
                reader);
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
