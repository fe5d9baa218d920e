package org.enlace.node.drafts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enlace.message.Breach;
import org.enlace.message.MessageId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.drafts.ReleaseScreens.Tried;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages on which a supervisor lets go, returns and reviews what colleagues wrote.
@Controller
class ReleasePages {
    private final Releasing releasing;
    private final ReleaseReading reading;
    private final ReleaseScreens screens;

    ReleasePages(Releasing releasing, ReleaseReading reading, ReleaseScreens screens) {
        this.releasing = releasing;
        this.reading = reading;
        this.screens = screens;
    }

    @GetMapping("/release")
    @Access(Action.RELEASE)
    Page list(Officer officer, PageContext page) {
        return Page.of("release/list").with("list", screens.list(officer, page));
    }

    @GetMapping("/release/{message}")
    @Access(Action.RELEASE)
    Page show(@PathVariable String message, Officer officer, PageContext page) {
        return show(CaseAddress.id(message), false, Tried.NOTHING, officer, page);
    }

    /// With names and addresses: a step of its own, written to the audit log.
    @GetMapping("/release/{message}/persons")
    @Access(Action.RELEASE)
    Page persons(@PathVariable String message, Officer officer, PageContext page) {
        return show(CaseAddress.id(message), true, Tried.NOTHING, officer, page);
    }

    /// One of its files; each opening is written to the audit log.
    @GetMapping("/release/{message}/files/{number}")
    @Access(Action.RELEASE)
    void file(@PathVariable String message, @PathVariable int number, Officer officer, HttpServletResponse response)
            throws IOException {
        reading.file(CaseAddress.id(message), number, officer)
                .orElseThrow(Unseen::new)
                .to(response);
    }

    @PostMapping("/release/{message}/release")
    @Access(Action.RELEASE)
    @FreshProof
    Object release(@PathVariable String message, Officer officer, PageContext page) {
        var id = CaseAddress.id(message);
        try {
            return answer(id, releasing.release(id, officer), Tried.NOTHING, officer, page);
        } catch (SendingStopped stopped) {
            return again(
                    id, problem(page.text("compose.before.stopped")), HttpStatus.SERVICE_UNAVAILABLE, officer, page);
        }
    }

    @PostMapping("/release/{message}/return")
    @Access(Action.RELEASE)
    Object giveBack(
            @PathVariable String message,
            @RequestParam(defaultValue = "") String reason,
            Officer officer,
            PageContext page) {
        var id = CaseAddress.id(message);
        var tried = new Tried(reason, "", "", null, null, null);
        return answer(id, releasing.giveBack(id, reason, officer), tried, officer, page);
    }

    @PostMapping("/release/{message}/review")
    @Access(Action.RELEASE)
    Object review(
            @PathVariable String message,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String words,
            Officer officer,
            PageContext page) {
        var id = CaseAddress.id(message);
        var tried = new Tried("", finding, words, null, null, null);
        if (!finding.equals("right") && !finding.equals("alone")) {
            return again(
                    id,
                    new Tried("", "", words, page.text("release.review.choose"), null, null),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    officer,
                    page);
        }
        return answer(id, releasing.review(id, finding.equals("right"), words, officer), tried, officer, page);
    }

    private Object answer(MessageId id, ReleaseOutcome outcome, Tried tried, Officer officer, PageContext page) {
        return switch (outcome) {
            case ReleaseOutcome.Done(var pending) ->
                Redirect.to(
                        pending.state() == ReleaseState.RELEASED
                                ? CaseAddress.of(pending.reference(), pending.message())
                                : "/release");
            case ReleaseOutcome.Decided(var pending) ->
                again(id, problem(screens.decided(pending, page)), HttpStatus.CONFLICT, officer, page);
            case ReleaseOutcome.OwnWork() ->
                again(id, problem(page.text("release.own")), HttpStatus.FORBIDDEN, officer, page);
            case ReleaseOutcome.Refused(var breaches) ->
                again(
                        id,
                        problem(page.text(
                                "release.refused",
                                "n",
                                breaches.stream().filter(Breach::blocks).count())),
                        CorrectionChecks.overtaken(breaches) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                        officer,
                        page);
            case ReleaseOutcome.Unfit(var why) ->
                again(id, unfit(why, tried, page), HttpStatus.UNPROCESSABLE_CONTENT, officer, page);
            case ReleaseOutcome.NotThere() -> throw new Unseen();
        };
    }

    private static Tried unfit(ReleaseOutcome.Words why, Tried tried, PageContext page) {
        var review = !tried.finding().isEmpty();
        var text = switch (why) {
            case REASON_MISSING -> page.text(review ? "release.words.missing" : "release.reason.missing");
            case WORDS_LONG -> page.text("release.words.long");
        };
        return new Tried(
                tried.reason(), tried.finding(), tried.words(), null, review ? null : text, review ? text : null);
    }

    private static Tried problem(String text) {
        return new Tried("", "", "", text, null, null);
    }

    private Page again(MessageId id, Tried tried, HttpStatus status, Officer officer, PageContext page) {
        return show(id, false, tried, officer, page).status(status);
    }

    private Page show(MessageId id, boolean persons, Tried tried, Officer officer, PageContext page) {
        var opened = reading.open(id, persons, officer).orElseThrow(Unseen::new);
        return Page.of("release/one").with("screen", screens.of(opened, tried, officer, page));
    }
}
