package org.enlace.node.recall;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.recall.RecallOutcome.Point;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The two forms in the words of their reader.
@Component
class RecallScreens {
    private final Recalling recalling;
    private final Attesting attesting;
    private final RecalledHere here;
    private final RecallViews views;
    private final Headlines headlines;
    private final Labels labels;

    RecallScreens(
            Recalling recalling,
            Attesting attesting,
            RecalledHere here,
            RecallViews views,
            Headlines headlines,
            Labels labels) {
        this.recalling = recalling;
        this.attesting = attesting;
        this.here = here;
        this.views = views;
        this.headlines = headlines;
        this.labels = labels;
    }

    Page recall(MessageEntry message, String reason, List<Point> points, PageContext page) {
        var screen = new RecallScreen(
                message.reference().value(),
                message.id().toString(),
                headlines.marked(message, page.locale()),
                recalling.recipients(message).stream().map(page::country).collect(Collectors.joining(", ")),
                Field.of("reason", page.text("recall.reason")).error(error(points, "reason", page)),
                labels.codes("recall-reason").stream()
                        .map(code ->
                                Choice.of(code, labels.of("recall-reason", code, page.locale()), code.equals(reason)))
                        .toList());
        return page("recall/recall", screen, points);
    }

    Page attest(MessageEntry message, AttestForm form, List<Point> points, PageContext page) {
        var text = views.of(message, page).stream()
                .flatMap(card -> Stream.ofNullable(card.text()))
                .collect(Collectors.joining(" "));
        var country = page.country(message.partner());
        var readers = here.readers(message).persons();
        var screen = new AttestScreen(
                message.reference().value(),
                message.id().toString(),
                headlines.marked(message, page.locale()),
                country,
                text,
                page.text("recall.readers", "n", readers),
                message.recalled() != null && !message.sealed(),
                Field.of("outcome", page.text("recall.outcome")).error(error(points, "outcome", page)),
                attesting.outcomes(message).stream()
                        .map(code -> Choice.of(code, outcome(code, message, page), code.equals(form.outcome())))
                        .toList(),
                Field.of("order", page.text("recall.order"))
                        .hint(page.text("recall.order.hint"))
                        .value(form.order())
                        .error(error(points, "order", page)),
                Field.of("exported", page.text("recall.exported")).error(error(points, "exported", page)),
                answers(form.exported(), page),
                Field.of("passedOn", page.text("recall.passed-on")).error(error(points, "passedOn", page)),
                answers(form.passedOn(), page),
                Field.of("note", page.text("recall.note"))
                        .hint(page.text(message.sealed() ? "recall.note.hint" : "recall.note.care"))
                        .value(form.note())
                        .error(error(points, "note", page)));
        return page("recall/attest", screen, points);
    }

    /// What stands against it and what to do, in the words of the reader.
    static String text(Point point, PageContext page) {
        return page.text("recall.point." + point.code());
    }

    private static Page page(String template, Object screen, List<Point> points) {
        var page = Page.of(template).with("screen", screen);
        return points.isEmpty() ? page : page.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Choice> answers(String chosen, PageContext page) {
        return labels.codes("answer").stream()
                .map(code -> Choice.of(code, labels.of("answer", code, page.locale()), code.equals(chosen)))
                .toList();
    }

    private static String outcome(String code, MessageEntry message, PageContext page) {
        return switch (code) {
            case AttestForm.DESTROYED -> page.text("recall.outcome.destroyed");
            case AttestForm.STOPPED -> page.text("recall.outcome.stopped");
            case AttestForm.KEPT_BY_LAW -> page.text("recall.outcome.kept-by-law");
            case AttestForm.KEPT_FOR_LIFE -> page.text("recall.outcome.kept-for-life");
            default ->
                page.text(message.recalled() == null ? "recall.outcome.kept-under-order" : "recall.outcome.kept");
        };
    }

    Page withdraw(MessageEntry message, WithdrawForm form, List<Point> points, PageContext page) {
        var languages = new ArrayList<Choice>();
        languages.add(Choice.of("", "", form.language().isEmpty()));
        labels.codes("language").stream()
                .map(code -> Choice.of(code, labels.of("language", code, page.locale()), code.equals(form.language())))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(page.locale())))
                .forEach(languages::add);
        var screen = new WithdrawScreen(
                message.reference().value(),
                message.id().toString(),
                headlines.marked(message, page.locale()),
                Field.of("purposes", page.text("recall.withdraw.purposes"))
                        .hint(page.text("recall.withdraw.purposes.hint"))
                        .error(error(points, "purposes", page)),
                labels.codes("consent-purpose").stream()
                        .map(code -> Choice.of(
                                code,
                                labels.of("consent-purpose", code, page.locale()),
                                form.purposes().contains(code)))
                        .toList(),
                Field.of("on", page.text("recall.withdraw.on")).value(form.on()).error(error(points, "on", page)),
                Field.of("language", page.text("recall.withdraw.language"))
                        .value(form.language())
                        .error(error(points, "language", page)),
                languages,
                Field.of("interpreter", page.text("recall.withdraw.interpreter"))
                        .error(error(points, "interpreter", page)),
                answers(form.interpreter(), page).stream()
                        .filter(choice -> !choice.value().equals(Answer.UNKNOWN.name()))
                        .toList());
        return page("recall/withdraw", screen, points);
    }

    private static @Nullable String error(List<Point> points, String field, PageContext page) {
        var texts = points.stream()
                .filter(point -> point.field().equals(field))
                .map(point -> text(point, page))
                .toList();
        return texts.isEmpty() ? null : String.join(" ", texts);
    }
}
