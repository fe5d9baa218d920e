package org.enlace.node.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The pages of the steps, and where the reader goes after one.
@Component
class DeskSteps {
    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final Headlines headlines;
    private final Labels labels;
    private final Acceptance acceptance;

    DeskSteps(
            DeskItems items, CaseFiles files, Reach reach, Headlines headlines, Labels labels, Acceptance acceptance) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.headlines = headlines;
        this.labels = labels;
        this.acceptance = acceptance;
    }

    Page form(Step step, UUID id, StepForm form, PageContext page) {
        return form(step, id, form, List.of(), page);
    }

    /// Goes to the case when it is done, back to the form when something is wrong with it, and says who was first.
    Object after(Step step, UUID id, StepForm form, Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Done(var item) -> toCase(item);
            case Taken _, TooLate _ -> conflict(outcome, page);
            case Refused(var points) -> form(step, id, form, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    Page conflict(Outcome outcome, PageContext page) {
        return Page.of("desk/conflict")
                .with("taken", outcome instanceof Taken)
                .with("text", notice(outcome, page))
                .status(HttpStatus.CONFLICT);
    }

    Page list(DeskScreen screen, String notice) {
        return Page.of("desk/list").with("screen", screen).with("notice", notice);
    }

    ResponseEntity<Void> toCase(DeskItem item) {
        return Redirect.to("/cases/" + item.reference() + "?message=" + item.message());
    }

    ResponseEntity<Void> toDesk(DeskView view, DeskItem item) {
        return Redirect.to("/desk?view=" + view.code() + "&item=" + item.id());
    }

    /// What there is to say about an outcome; empty when it went as asked.
    String notice(Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Taken(var by, var at, var state) ->
                page.text(
                        "desk.taken.text",
                        "name",
                        by,
                        "time",
                        page.clock(at),
                        "state",
                        labels.of("business-state", state, page.locale()));
            case TooLate(var state) ->
                page.text("desk.late.text", "state", labels.of("business-state", state, page.locale()));
            case Done _, Refused _, Outcome.Unseen _ -> "";
        };
    }

    private Page form(Step step, UUID id, StepForm form, List<Point> points, PageContext page) {
        var officer = page.officer();
        var item = items.find(id).orElseThrow(Unseen::new);
        var message = files.find(item.message()).orElseThrow(Unseen::new);
        if (officer == null || !reach.sight(officer).sees(message)) {
            throw new Unseen();
        }
        return Page.of("desk/step").with("screen", screen(step, item, message, form, points, page));
    }

    private StepScreen screen(
            Step step, DeskItem item, MessageEntry message, StepForm form, List<Point> points, PageContext page) {
        var country = page.country(message.partner());
        var errors = new StepErrors(points, country, page);
        return new StepScreen(
                step,
                item.id().toString(),
                item.reference().value(),
                item.message().toString(),
                headlines.of(message, page.locale()),
                country,
                text(step, form, errors, page),
                step == Step.NOTE,
                chosen(step, errors, page),
                choices(step, form, message, page),
                step == Step.DECLINE || step == Step.ACCEPT,
                form.key(),
                errors.of("item"));
    }

    private static @Nullable Field text(Step step, StepForm form, StepErrors errors, PageContext page) {
        return switch (step) {
            case ACCEPT ->
                Field.of("start", page.text("desk.step.start"))
                        .hint(page.text("desk.step.start.hint"))
                        .value(form.start())
                        .error(errors.first("start"));
            case FORWARD ->
                Field.of("unit", page.text("desk.step.unit"))
                        .hint(page.text("desk.step.unit.hint"))
                        .value(form.unit())
                        .error(errors.first("unit"));
            case DECLINE ->
                Field.of("alternative", page.text("desk.step.alternative"))
                        .hint(page.text("desk.step.alternative.hint"))
                        .value(form.alternative())
                        .error(errors.first("alternative"));
            case NOTE ->
                Field.of("note", page.text("desk.step.text"))
                        .hint(page.text("desk.step.text.hint"))
                        .value(form.note())
                        .error(errors.first("note"));
        };
    }

    private static @Nullable Field chosen(Step step, StepErrors errors, PageContext page) {
        return switch (step) {
            case ACCEPT -> Field.of("worker", page.text("desk.step.worker")).error(errors.first("worker"));
            case FORWARD -> Field.of("outside", page.text("desk.step.outside"));
            case DECLINE -> Field.of("ground", page.text("desk.step.ground")).error(errors.first("ground"));
            case NOTE -> Field.of("tell", page.text("desk.step.tell"));
        };
    }

    private List<Choice> choices(Step step, StepForm form, MessageEntry message, PageContext page) {
        var reader = page.locale();
        return switch (step) {
            case ACCEPT ->
                acceptance.workers(message).stream()
                        .map(officer -> Choice.of(
                                officer.pseudonym(),
                                officer.displayName(),
                                officer.pseudonym().equals(form.worker())))
                        .toList();
            case FORWARD ->
                List.of(
                        Choice.of(
                                "no",
                                page.text("desk.step.outside.no"),
                                form.choice().equals("no")),
                        Choice.of(
                                "yes",
                                page.text("desk.step.outside.yes"),
                                !form.choice().equals("no")));
            case DECLINE -> grounds(form, reader);
            case NOTE -> {
                var here = Choice.of(
                        "no", page.text("desk.step.tell.no"), !form.choice().equals("yes"));
                var country = page.country(message.partner());
                yield message.side() == Side.SENT
                        ? List.of(here)
                        : List.of(
                                here,
                                Choice.of(
                                        "yes",
                                        page.text("desk.step.tell.yes", "country", country),
                                        form.choice().equals("yes")));
            }
        };
    }

    private List<Choice> grounds(StepForm form, Locale reader) {
        return labels.codes("refusal-ground").stream()
                .map(code -> Choice.of(code, labels.of("refusal-ground", code, reader), code.equals(form.ground())))
                .toList();
    }
}
