package org.enlace.node.desk;

import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form in which the receiving side says how risky a return is.
@Controller
class ReturnPages {
    private static final List<String> LEVELS = List.of("LOW", "MEDIUM", "HIGH");

    private final ReturnAssessing assessing;
    private final DeskSteps steps;
    private final Headlines headlines;
    private final Labels labels;

    ReturnPages(ReturnAssessing assessing, DeskSteps steps, Headlines headlines, Labels labels) {
        this.assessing = assessing;
        this.steps = steps;
        this.headlines = headlines;
        this.labels = labels;
    }

    @GetMapping("/desk/items/{id}/assess")
    @Access(Action.WORK_CASES)
    Page assess(@PathVariable String id, PageContext page) {
        return form(id, "", "", List.of(), page);
    }

    @PostMapping("/desk/items/{id}/assess")
    @Access(Action.WORK_CASES)
    Object assessNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "") String words,
            PageContext page) {
        var outcome = assessing.assess(DeskPages.id(id), risk, words, officer(page));
        return switch (outcome) {
            case Done(var item) -> steps.toCase(item);
            case Taken _, TooLate _ -> steps.conflict(outcome, page);
            case Refused(var points) -> form(id, risk, words, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    private Page form(String id, String risk, String words, List<Point> points, PageContext page) {
        var message = assessing.find(DeskPages.id(id), officer(page)).orElseThrow(Unseen::new);
        var errors = new StepErrors(points, page.country(message.partner()), page);
        var levels = LEVELS.stream()
                .map(code -> Choice.of(code, labels.of("risk-level", code, page.locale()), code.equals(risk)))
                .toList();
        return Page.of("desk/assess")
                .with("item", DeskPages.id(id).toString())
                .with("reference", message.reference().value())
                .with("message", message.id().toString())
                .with("headline", headlines.marked(message, page.locale()))
                .with("country", page.country(message.partner()))
                .with("risk", Field.of("risk", page.text("desk.assess.risk")).error(errors.first("risk")))
                .with("levels", levels)
                .with(
                        "words",
                        Field.of("words", page.text("desk.assess.words"))
                                .hint(page.text("desk.assess.words.hint"))
                                .value(words)
                                .error(errors.first("words")));
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
