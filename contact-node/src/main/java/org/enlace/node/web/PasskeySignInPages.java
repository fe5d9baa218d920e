package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.PasskeySignIn;
import org.enlace.node.access.PasskeyVisits;
import org.enlace.node.access.SessionCookie;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.Sessions;
import org.enlace.node.access.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Into the console with a passkey.
@Controller
class PasskeySignInPages {
    private final PasskeySignIn passkeys;
    private final PasskeyVisits visits;
    private final Sessions sessions;
    private final Navigation navigation;
    private final SignInScreen screen;

    PasskeySignInPages(
            PasskeySignIn passkeys,
            PasskeyVisits visits,
            Sessions sessions,
            Navigation navigation,
            SignInScreen screen) {
        this.screen = screen;
        this.passkeys = passkeys;
        this.visits = visits;
        this.sessions = sessions;
        this.navigation = navigation;
    }

    /// What the browser asks for, for one answer.
    @PostMapping("/sign-in/passkey/options")
    @Access(Action.ENTER)
    ResponseEntity<String> options(HttpServletRequest request) {
        return visits.of(request)
                .flatMap(passkeys::options)
                .map(options -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(options))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    /// @param answer what the authenticator signed, as the browser sends it
    @PostMapping("/sign-in/passkey")
    @Access(Action.ENTER)
    Object enter(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        var visit = visits.of(request);
        var outcome = visit.isEmpty() ? new SignIn.Outcome.Failed() : passkeys.attempt(answer, visit.get());
        return switch (outcome) {
            case SignIn.Outcome.Done done -> {
                SessionKey.of(request).ifPresent(sessions::end);
                SessionCookie.set(response, done);
                yield Redirect.to(Redirect.own(back, navigation.entryPage(done.officer())));
            }
            case SignIn.Outcome.Failed() ->
                screen.show("", back, page.text("web.passkey.failed"), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Outcome.Wait(var left) -> screen.wait("", back, left, page, response);
        };
    }
}
