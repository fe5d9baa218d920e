package org.enlace.node.recall;

import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.recall.RecallOutcome.Before;
import org.enlace.node.recall.RecallOutcome.Done;
import org.enlace.node.recall.RecallOutcome.Refused;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The forms with which a message is taken back, and with which an officer attests that it is gone.
@Controller
class RecallPages {
    private final RecallActs acts;
    private final Recalling recalling;
    private final Attesting attesting;
    private final RecallScreens screens;

    RecallPages(RecallActs acts, Recalling recalling, Attesting attesting, RecallScreens screens) {
        this.acts = acts;
        this.recalling = recalling;
        this.attesting = attesting;
        this.screens = screens;
    }

    @GetMapping("/messages/{id}/recall")
    @Access(Action.RECALL)
    Object recall(@PathVariable String id, PageContext page) {
        var message = recalling.ours(CaseAddress.id(id), officer(page)).orElseThrow(Unseen::new);
        return message.recalled() == null && recalling.mayRecall(message, officer(page))
                ? screens.recall(message, "", List.of(), page)
                : toCase(message);
    }

    @PostMapping("/messages/{id}/recall")
    @Access(Action.RECALL)
    Object recallNow(@PathVariable String id, @RequestParam(defaultValue = "") String reason, PageContext page) {
        return switch (acts.recall(CaseAddress.id(id), reason, officer(page))) {
            case Done(var message) -> toCase(message);
            case Before(var message) -> toCase(message);
            case Refused(var points) ->
                screens.recall(
                        recalling.ours(CaseAddress.id(id), officer(page)).orElseThrow(Unseen::new),
                        reason,
                        points,
                        page);
            case RecallOutcome.Unseen() -> throw new Unseen();
        };
    }

    @GetMapping("/messages/{id}/attestation")
    @Access(Action.WORK_CASES)
    Object attest(@PathVariable String id, PageContext page) {
        var message = attesting.recalled(CaseAddress.id(id), officer(page)).orElseThrow(Unseen::new);
        return attesting.mayAttest(message, officer(page))
                ? screens.attest(message, AttestForm.EMPTY, List.of(), page)
                : toCase(message);
    }

    @PostMapping("/messages/{id}/attestation")
    @Access(Action.WORK_CASES)
    Object attestNow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String exported,
            @RequestParam(defaultValue = "") String passedOn,
            @RequestParam(defaultValue = "") String note,
            PageContext page) {
        var form = new AttestForm(outcome, order, exported, passedOn, note);
        return switch (attesting.attest(CaseAddress.id(id), form, officer(page))) {
            case Done(var message) -> toCase(message);
            case Before(var message) -> toCase(message);
            case Refused(var points) ->
                screens.attest(
                        attesting.recalled(CaseAddress.id(id), officer(page)).orElseThrow(Unseen::new),
                        form,
                        points,
                        page);
            case RecallOutcome.Unseen() -> throw new Unseen();
        };
    }

    static ResponseEntity<Void> toCase(MessageEntry message) {
        return Redirect.to(CaseAddress.of(message));
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
