package org.enlace.node.officers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerAsked;
import org.enlace.node.access.OfficerOutcome;
import org.enlace.node.access.OfficerPoint;
import org.enlace.node.access.OfficerRegister;
import org.enlace.node.access.OfficerRequests;
import org.enlace.node.access.Role;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of who works here. A set-up code is shown in the answer to the form that asked for it, and nowhere else.
@Controller
@RequestMapping("/officers")
class OfficersPages {
    private final OfficerRegister register;
    private final OfficerRequests requests;
    private final OfficersScreens screens;

    OfficersPages(OfficerRegister register, OfficerRequests requests, OfficersScreens screens) {
        this.register = register;
        this.requests = requests;
        this.screens = screens;
    }

    @GetMapping
    @Access(Action.READ_OFFICERS)
    Page list(@RequestParam(defaultValue = "") String after, PageContext page) {
        return Page.of("officers/list").with("screen", screens.list(after, page));
    }

    @GetMapping("/{officer}")
    @Access(Action.READ_OFFICERS)
    Page one(@PathVariable String officer, PageContext page) {
        return one(officer, List.of(), page);
    }

    @PostMapping
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object add(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String email,
            Officer by,
            PageContext page) {
        var asked = new OfficerAsked(username, displayName, roles, language, email);
        return switch (requests.add(asked, by)) {
            case OfficerOutcome.Asked(var added, var code) -> code(added, code);
            case OfficerOutcome.Refused(var points) ->
                Page.of("officers/list")
                        .with("screen", screens.list("", asked, points, page))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case OfficerOutcome.Kept(var kept) -> Redirect.to("/officers/" + kept);
            case OfficerOutcome.Unseen() -> throw new Unseen();
        };
    }

    @PostMapping("/{officer}/details")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object describe(
            @PathVariable String officer,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String email,
            Officer by,
            PageContext page) {
        return after(register.describe(officer, displayName, email, by), officer, page);
    }

    @PostMapping("/{officer}/roles")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object roles(
            @PathVariable String officer,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Officer by,
            PageContext page) {
        return after(requests.roles(officer, roles, by), officer, page);
    }

    @PostMapping("/{officer}/lock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object lock(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.lock(officer, by), officer, page);
    }

    @PostMapping("/{officer}/unlock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object unlock(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.unlock(officer, by), officer, page);
    }

    @PostMapping("/{officer}/code")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object code(@PathVariable String officer, Officer by, PageContext page) {
        return after(requests.code(officer, by), officer, page);
    }

    @PostMapping("/{officer}/second-factor-reset")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object factor(@PathVariable String officer, Officer by, PageContext page) {
        return after(requests.factor(officer, by), officer, page);
    }

    @PostMapping("/{officer}/ministry-off")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object ministryOff(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.ministryOff(officer, by), officer, page);
    }

    @PostMapping("/{officer}/keep")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object keep(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.keepHere(officer, by), officer, page);
    }

    @PostMapping("/changes/{id}/agree")
    @Access(Action.DECIDE_OFFICERS)
    @FreshProof
    Object agree(@PathVariable UUID id, Officer by, PageContext page) {
        return decided(requests.decide(id, true, by), page);
    }

    @PostMapping("/changes/{id}/refuse")
    @Access(Action.DECIDE_OFFICERS)
    @FreshProof
    Object refuse(@PathVariable UUID id, Officer by, PageContext page) {
        return decided(requests.decide(id, false, by), page);
    }

    /// The list says beside each of them why its reader may not decide it.
    private Object decided(OfficerOutcome outcome, PageContext page) {
        return switch (outcome) {
            case OfficerOutcome.Kept _, OfficerOutcome.Asked _ -> Redirect.to("/officers");
            case OfficerOutcome.Refused _ -> list("", page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case OfficerOutcome.Unseen() -> throw new Unseen();
        };
    }

    private Object after(OfficerOutcome outcome, String officer, PageContext page) {
        return switch (outcome) {
            case OfficerOutcome.Kept(var kept) -> Redirect.to("/officers/" + kept);
            case OfficerOutcome.Asked(var about, var code) ->
                code.isEmpty() ? Redirect.to("/officers/" + about) : code(about, code);
            case OfficerOutcome.Refused(var points) ->
                one(officer, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case OfficerOutcome.Unseen() -> throw new Unseen();
        };
    }

    private Page one(String officer, List<OfficerPoint> against, PageContext page) {
        var kept = register.find(officer).orElseThrow(Unseen::new);
        return Page.of("officers/one").with("screen", screens.one(kept, against, page));
    }

    private Page code(String officer, String code) {
        var kept = register.find(officer).orElseThrow(Unseen::new);
        return Page.of("officers/code").with("kept", kept).with("code", code);
    }
}
