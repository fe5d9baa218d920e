package org.enlace.node.desk;

import java.util.Objects;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.desk.Outcome.Unseen;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The forms with which officers act on an item. Each is a plain form; scripts only save the way.
@Controller
class DeskActs {
    private final Desk desk;
    private final Notes notes;
    private final Acceptance acceptance;
    private final DeskScreens screens;
    private final DeskSteps steps;

    DeskActs(Desk desk, Notes notes, Acceptance acceptance, DeskScreens screens, DeskSteps steps) {
        this.desk = desk;
        this.notes = notes;
        this.acceptance = acceptance;
        this.screens = screens;
        this.steps = steps;
    }

    /// @param back `case` to go on to the case, anything else to stay on the desk
    @PostMapping("/desk/items/{id}/acknowledge")
    @Access(Action.ACKNOWLEDGE)
    Object acknowledge(
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "desk") String back,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            PageContext page) {
        var item = DeskPages.id(id);
        var outcome = desk.acknowledge(item, officer(page));
        if (part && !(outcome instanceof Unseen)) {
            // The list itself says who has it now; the notice says that it was not this officer who took it.
            var screen = screens.of(DeskView.of(view), item, 0, page);
            return steps.list(screen, steps.notice(outcome, page));
        }
        return switch (outcome) {
            case Done(var done) -> back.equals("case") ? steps.toCase(done) : steps.toDesk(DeskView.of(view), done);
            case Taken _, TooLate _ -> steps.conflict(outcome, page);
            case Refused(var points) -> throw new IllegalStateException("Nothing can be wrong with " + points);
            case Unseen() -> throw new org.enlace.node.web.Unseen();
        };
    }

    @GetMapping("/desk/items/{id}/accept")
    @Access(Action.WORK_CASES)
    Object accept(@PathVariable String id, PageContext page) {
        var form = StepForm.of(
                "worker", officer(page).pseudonym(), "start", acceptance.today().toString());
        return steps.form("accept", DeskPages.id(id), form, page);
    }

    @PostMapping("/desk/items/{id}/accept")
    @Access(Action.WORK_CASES)
    Object acceptNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String worker,
            @RequestParam(defaultValue = "") String start,
            PageContext page) {
        var item = DeskPages.id(id);
        var outcome = desk.accept(item, worker, start, officer(page));
        return steps.after("accept", item, StepForm.of("worker", worker, "start", start), outcome, page);
    }

    @GetMapping("/desk/items/{id}/forward")
    @Access(Action.ACKNOWLEDGE)
    Object forward(@PathVariable String id, PageContext page) {
        return steps.form("forward", DeskPages.id(id), StepForm.of("outside", "no"), page);
    }

    @PostMapping("/desk/items/{id}/forward")
    @Access(Action.ACKNOWLEDGE)
    Object forwardNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "yes") String outside,
            PageContext page) {
        var item = DeskPages.id(id);
        var outcome = desk.forward(item, unit, !outside.equals("no"), officer(page));
        return steps.after("forward", item, StepForm.of("unit", unit, "outside", outside), outcome, page);
    }

    @GetMapping("/desk/items/{id}/decline")
    @Access(Action.ACKNOWLEDGE)
    Object decline(@PathVariable String id, PageContext page) {
        return steps.form("decline", DeskPages.id(id), StepForm.of(), page);
    }

    @PostMapping("/desk/items/{id}/decline")
    @Access(Action.ACKNOWLEDGE)
    Object declineNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String alternative,
            PageContext page) {
        var item = DeskPages.id(id);
        var outcome = desk.decline(item, ground, alternative, officer(page));
        return steps.after("decline", item, StepForm.of("ground", ground, "alternative", alternative), outcome, page);
    }

    @GetMapping("/desk/items/{id}/note")
    @Access(Action.WORK_CASES)
    Object note(@PathVariable String id, PageContext page) {
        var form = StepForm.of("tell", "no", "key", UUID.randomUUID().toString());
        return steps.form("note", DeskPages.id(id), form, page);
    }

    @PostMapping("/desk/items/{id}/note")
    @Access(Action.WORK_CASES)
    Object noteNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "no") String tell,
            @RequestParam(defaultValue = "") String key,
            PageContext page) {
        var item = DeskPages.id(id);
        var outcome = notes.note(key, item, note, tell.equals("yes"), officer(page));
        return steps.after("note", item, StepForm.of("note", note, "tell", tell, "key", key), outcome, page);
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
