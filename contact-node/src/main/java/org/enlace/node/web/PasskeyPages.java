package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.PasskeyVisits;
import org.enlace.node.access.Passkeys;
import org.enlace.node.access.SessionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where officers see, add and remove their own passkeys.
@Controller
class PasskeyPages {
    private static final String HOME = "/me/passkeys";

    private final Passkeys passkeys;
    private final PasskeyVisits visits;

    PasskeyPages(Passkeys passkeys, PasskeyVisits visits) {
        this.passkeys = passkeys;
        this.visits = visits;
    }

    @GetMapping(HOME)
    @Access(Action.OWN_PROFILE)
    Page show(Officer officer, HttpServletRequest request) {
        return list(officer, "", request);
    }

    @PostMapping(HOME + "/begin")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Page begin(Officer officer, PageContext page, HttpServletRequest request) {
        return ask("", null, officer, page, request);
    }

    /// @param answer what the authenticator made, as the browser sends it
    @PostMapping(HOME)
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            Officer officer,
            PageContext page,
            HttpServletRequest request) {
        var visit = visits.of(request);
        if (visit.isEmpty()) {
            return list(officer, page.text("web.passkey.elsewhere"), request).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (isNoName(name)) {
            return ask(name, page.text("web.passkey.name.wrong"), officer, page, request)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var here = SessionKey.of(request).orElseThrow();
        return switch (passkeys.add(officer, name.strip(), answer, visit.get(), here)) {
            case Passkeys.Added.Done(var codes) ->
                codes.isEmpty() ? Redirect.to(HOME) : Page.of("recovery-codes").with("codes", codes);
            case Passkeys.Added.Full() ->
                list(officer, page.text("web.passkey.full", "n", Passkeys.MAX), request)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Passkeys.Added.Wrong() ->
                list(officer, page.text("web.passkey.not-added"), request).status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(HOME + "/{id}/name")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            Officer officer,
            PageContext page,
            HttpServletRequest request) {
        if (isNoName(name)) {
            return list(officer, page.text("web.passkey.name.wrong"), request).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!passkeys.rename(officer, id, name.strip())) {
            throw new Unseen();
        }
        return Redirect.to(HOME);
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.strip().length() > Passkeys.NAME_LENGTH_MAX;
    }

    @PostMapping(HOME + "/{id}/remove")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object remove(@PathVariable UUID id, Officer officer, PageContext page, HttpServletRequest request) {
        return switch (passkeys.remove(officer, id, SessionKey.of(request).orElseThrow())) {
            case DONE -> Redirect.to(HOME);
            case LAST_WAY_IN ->
                list(officer, page.text("web.passkey.last"), request).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case UNSEEN -> throw new Unseen();
        };
    }

    private Page ask(
            String name, @Nullable String error, Officer officer, PageContext page, HttpServletRequest request) {
        var options = visits.of(request)
                .flatMap(visit -> passkeys.begin(officer, page.text("web.product") + " " + page.nodeName(), visit));
        if (options.isEmpty()) {
            return show(officer, request);
        }
        var field = Field.of("name", page.text("web.passkey.name"))
                .hint(page.text("web.passkey.name.hint"))
                .value(name)
                .error(error);
        return Page.of("passkey/add").with("options", options.get()).with("name", field);
    }

    private Page list(Officer officer, String error, HttpServletRequest request) {
        var own = passkeys.of(officer.id());
        return Page.of("passkey/list")
                .with("passkeys", List.copyOf(own))
                .with("room", own.size() < Passkeys.MAX)
                .with("here", visits.of(request).isPresent())
                .with("host", request.getServerName())
                .with("error", error);
    }
}
