package org.enlace.node.recall;

import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.recall.RecallOutcome.Before;
import org.enlace.node.recall.RecallOutcome.Done;
import org.enlace.node.recall.RecallOutcome.Refused;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form on which an officer records, for a person, what they no longer agree to.
@Controller
class WithdrawPages {
    private final Withdrawing withdrawing;
    private final RecallScreens screens;

    WithdrawPages(Withdrawing withdrawing, RecallScreens screens) {
        this.withdrawing = withdrawing;
        this.screens = screens;
    }

    @GetMapping("/messages/{id}/consent-withdrawal")
    @Access(Action.WRITE_ASSISTANCE)
    Object form(@PathVariable String id, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var message = withdrawing.aboutPerson(CaseAddress.id(id), officer).orElseThrow(Unseen::new);
        return withdrawing.mayWithdraw(message, officer)
                ? screens.withdraw(message, WithdrawForm.EMPTY, List.of(), page)
                : RecallPages.toCase(message);
    }

    @PostMapping("/messages/{id}/consent-withdrawal")
    @Access(Action.WRITE_ASSISTANCE)
    Object withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> purposes,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String interpreter,
            PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var message = CaseAddress.id(id);
        var form = new WithdrawForm(purposes, on, language, interpreter);
        return switch (withdrawing.withdraw(message, form, officer)) {
            case Done(var done) -> RecallPages.toCase(done);
            case Before(var done) -> RecallPages.toCase(done);
            case Refused(var points) ->
                screens.withdraw(
                        withdrawing.aboutPerson(message, officer).orElseThrow(Unseen::new), form, points, page);
            case RecallOutcome.Unseen() -> throw new Unseen();
        };
    }
}
