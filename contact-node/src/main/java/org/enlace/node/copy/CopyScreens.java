package org.enlace.node.copy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.message.VictimMessage;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Signs;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.enlace.person.LanguageNeed.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The form in the words of its reader.
@Component
class CopyScreens {
    private final Headlines headlines;
    private final Labels labels;

    CopyScreens(Headlines headlines, Labels labels) {
        this.headlines = headlines;
        this.labels = labels;
    }

    /// As it is first shown: in a language of the person if there is one of ours, nothing else answered.
    CopyScreen first(OpenedMessage open, PageContext page) {
        var offered = page.languages().stream().map(Locale::getLanguage).collect(Collectors.toSet());
        var language = spoken(open).stream()
                .map(one -> Signs.tag(one.code()))
                .filter(offered::contains)
                .findFirst()
                .orElse(page.language());
        return of(open, new CopyForm(language, "", false, false), List.of(), page);
    }

    CopyScreen of(OpenedMessage open, CopyForm form, List<Point> points, PageContext page) {
        var entry = open.entry();
        var spoken = spoken(open);
        return new CopyScreen(
                entry.reference().value(),
                entry.id().toString(),
                headlines.marked(entry, page.locale()),
                spoken.stream()
                        .map(one -> labels.of("language", one.code(), page.locale()))
                        .collect(Collectors.joining(", ")),
                interpret(spoken, page),
                Field.of("language", page.text("copy.language")).error(error(points, "language", page)),
                page.languages().stream()
                        .map(one -> Choice.of(
                                one.getLanguage(),
                                page.ownName(one),
                                one.getLanguage().equals(form.language())))
                        .toList(),
                Field.of("to", page.text("copy.to"))
                        .hint(page.text("copy.to.hint"))
                        .error(error(points, "to", page)),
                labels.codes(Copies.RECEIVERS).stream()
                        .map(code -> Choice.of(
                                code, labels.of(Copies.RECEIVERS, code, page.locale()), code.equals(form.to())))
                        .toList(),
                Field.of("checked", page.text("copy.checked")).error(error(points, "checked", page)),
                Choice.of("true", page.text("copy.checked.yes"), form.checked()),
                Field.of("safe", page.text("copy.safe"))
                        .hint(page.text("copy.safe.hint"))
                        .error(error(points, "safe", page)),
                Choice.of("true", page.text("copy.safe.yes"), form.safe()));
    }

    private static List<Spoken> spoken(OpenedMessage open) {
        return open.message() instanceof VictimMessage victim
                ? victim.alert().language().languages()
                : List.of();
    }

    private static boolean interpret(List<Spoken> spoken, PageContext page) {
        Set<String> offered = page.languages().stream().map(Locale::getLanguage).collect(Collectors.toSet());
        return spoken.stream().noneMatch(one -> !one.spokenOnly() && offered.contains(Signs.tag(one.code())));
    }

    static @Nullable String error(List<Point> points, String field, PageContext page) {
        return points.stream()
                .filter(point -> point.field().equals(field))
                .map(point -> page.text("copy.point." + point.code()))
                .findFirst()
                .orElse(null);
    }
}
