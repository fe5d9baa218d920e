package org.enlace.node.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlace.code.CodeLists;
import org.enlace.node.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Codes in the reader's language.
@Component
public class Labels {
    private final CodeLists lists;
    private final Texts texts;
    /// Asked for late, because forms are written in terms of cases.
    private final ObjectProvider<FieldNames> fields;

    Labels(CodeLists lists, Texts texts, ObjectProvider<FieldNames> fields) {
        this.fields = fields;
        this.lists = lists;
        this.texts = texts;
    }

    public String of(String list, String code, Locale reader) {
        return lists.list(list).label(code, reader);
    }

    public String of(String list, Enum<?> code, Locale reader) {
        return of(list, code.name(), reader);
    }

    List<String> of(String list, List<String> codes, Locale reader) {
        return codes.stream().map(code -> of(list, code, reader)).toList();
    }

    String field(String part, String pointer, Locale reader) {
        return fields.stream()
                .flatMap(names -> names.of(part, pointer, reader).stream())
                .findFirst()
                .orElse(pointer);
    }

    /// Whether such a code may be chosen now.
    public boolean inUse(String list, String code) {
        return lists.list(list).find(code).filter(known -> known.inUse()).isPresent();
    }

    /// The codes of a list that may be chosen now, in its order.
    public List<String> codes(String list) {
        return lists.list(list).codes().stream()
                .filter(code -> code.inUse())
                .map(code -> code.code())
                .toList();
    }

    public String country(String code, Locale reader) {
        return switch (code) {
            case "XXA" -> text(reader, "compose.person.stateless");
            case "XXX" -> text(reader, "compose.person.unspecified");
            default -> CodeLists.country(code, reader);
        };
    }

    /// @param arguments name, value, name, value
    String text(Locale reader, String key, Object... arguments) {
        return texts.get(reader, key, arguments);
    }

    public static String day(LocalDate day, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader)
                .format(day);
    }

    /// What there is of it, with commas.
    public static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
