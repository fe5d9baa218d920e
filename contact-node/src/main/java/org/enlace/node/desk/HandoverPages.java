package org.enlace.node.desk;

import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.desk.HandoverOutcome.Offered;
import org.enlace.node.desk.HandoverScreens.Typed;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Taken;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The change of a shift: what an officer is asked to take, and what the officer hands over.
@Controller
class HandoverPages {
    static final String PATH = "/handover";

    private final HandingOver handing;
    private final HandoverScreens screens;

    HandoverPages(HandingOver handing, HandoverScreens screens) {
        this.handing = handing;
        this.screens = screens;
    }

    @GetMapping(PATH)
    @Access(Action.WORK_CASES)
    Page show(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") int page,
            PageContext context) {
        return page(of, page, Typed.NOTHING, context);
    }

    @PostMapping(PATH)
    @Access(Action.WORK_CASES)
    Object offer(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") int page,
            PageContext context) {
        var form = HandoverForm.of(sent);
        return switch (handing.offer(form.asked(), of, officer(context))) {
            case Offered _ -> Redirect.to(at(of));
            case HandoverOutcome.Refused(var wrongs) ->
                page(of, page, new Typed(form, wrongs, null, null), context).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case HandoverOutcome.Unseen() -> throw new Unseen();
        };
    }

    @PostMapping(PATH + "/{id}/take")
    @Access(Action.WORK_CASES)
    Object take(@PathVariable String id, PageContext page) {
        return after(handing.take(DeskPages.id(id), officer(page)), PATH, page);
    }

    @PostMapping(PATH + "/{id}/decline")
    @Access(Action.WORK_CASES)
    Object decline(@PathVariable String id, @RequestParam(defaultValue = "") String reason, PageContext page) {
        var offer = DeskPages.id(id);
        var outcome = handing.decline(offer, reason, officer(page));
        return outcome instanceof Refused
                ? page("", 0, new Typed(HandoverForm.EMPTY, List.of(), offer, reason), page)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                : after(outcome, PATH, page);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    @Access(Action.WORK_CASES)
    Object withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String of, PageContext page) {
        return after(handing.withdraw(DeskPages.id(id), officer(page)), at(of), page);
    }

    private static Object after(Outcome outcome, String next, PageContext page) {
        return switch (outcome) {
            case Done _ -> Redirect.to(next);
            case Taken _, TooLate _ ->
                Page.of("desk/conflict")
                        .with("taken", false)
                        .with("text", page.text("desk.handover.gone"))
                        .status(HttpStatus.CONFLICT);
            case Refused(var points) -> throw new IllegalStateException("Nothing can be wrong with " + points);
            case Outcome.Unseen() -> throw new Unseen();
        };
    }

    private Page page(String of, int number, Typed typed, PageContext page) {
        return Page.of("desk/handover").with("screen", screens.of(of, number, typed, page));
    }

    private static String at(String of) {
        return of.matches("officer-[0-9A-Z]+") ? PATH + "?of=" + of : PATH;
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
