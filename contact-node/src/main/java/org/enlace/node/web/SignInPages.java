package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SessionCookie;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.Sessions;
import org.enlace.node.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In and out of the console.
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Navigation navigation;
    private final SignInScreen screen;

    SignInPages(SignIn signIn, Sessions sessions, Navigation navigation, SignInScreen screen) {
        this.screen = screen;
        this.signIn = signIn;
        this.sessions = sessions;
        this.navigation = navigation;
    }

    @GetMapping("/")
    @Access(Action.OWN_PROFILE)
    ResponseEntity<Void> start(Officer officer) {
        return Redirect.to(navigation.entryPage(officer));
    }

    @GetMapping("/sign-in")
    @Access(Action.ENTER)
    Object show(@Nullable Officer officer, @RequestParam(defaultValue = "/") String back, PageContext page) {
        return officer == null ? screen.show("", back, "", page) : Redirect.to(Redirect.own(back, "/"));
    }

    @PostMapping("/sign-in")
    @Access(Action.ENTER)
    Object enter(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        return switch (signIn.attempt(username, password, code, request.getRemoteAddr())) {
            case SignIn.Outcome.Done done -> {
                SessionKey.of(request).ifPresent(sessions::end);
                SessionCookie.set(response, done);
                yield Redirect.to(Redirect.own(back, navigation.entryPage(done.officer())));
            }
            case SignIn.Outcome.Failed() -> screen.failed(username, back, page);
            case SignIn.Outcome.Wait(var left) -> screen.wait(username, back, left, page, response);
        };
    }

    @PostMapping("/sign-out")
    @Access(Action.OWN_PROFILE)
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        SessionKey.of(request).ifPresent(sessions::end);
        SessionCookie.remove(response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Redirect.to("/sign-in");
    }
}
