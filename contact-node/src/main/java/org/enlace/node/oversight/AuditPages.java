package org.enlace.node.oversight;

import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's pages.
@Controller
class AuditPages {
    private final AuditScreens screens;
    private final Verification verification;

    AuditPages(AuditScreens screens, Verification verification) {
        this.screens = screens;
        this.verification = verification;
    }

    @GetMapping("/audit")
    @Access(Action.READ_AUDIT)
    Page list(
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") long before,
            PageContext page) {
        var search = new AuditSearch(officer, deed, object, from, until, before);
        var wrong = search.fromWrong() || search.untilWrong();
        return Page.of("oversight/audit")
                .with("screen", screens.of(search, page))
                .status(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/audit/verify")
    @Access(Action.READ_AUDIT)
    Page verify(Officer officer) {
        return Page.of("oversight/verified").with("check", verification.by(officer));
    }
}
