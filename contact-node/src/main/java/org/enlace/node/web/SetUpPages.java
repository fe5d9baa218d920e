package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Passwords;
import org.enlace.node.access.SetUp;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an officer with a set-up code chooses a password. The code is typed and never part of an address.
@Controller
class SetUpPages {
    private final SetUp setUp;
    private final Passwords passwords;

    SetUpPages(SetUp setUp, Passwords passwords) {
        this.setUp = setUp;
        this.passwords = passwords;
    }

    @GetMapping("/set-up")
    @Access(Action.ENTER)
    Page show(PageContext page) {
        return page("", "", null, null, page);
    }

    @PostMapping("/set-up")
    @Access(Action.ENTER)
    Object choose(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        var weakness = passwords.weakness(next);
        if (weakness.isPresent()) {
            var text = "web.me.password." + weakness.get().name().toLowerCase(Locale.ROOT);
            return page(username, code, null, page.text(text), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (setUp.attempt(username, code, next, request.getRemoteAddr())) {
            case SetUp.Outcome.Done() -> Redirect.to("/sign-in");
            case SetUp.Outcome.Failed() ->
                page(username, code, page.text("web.setup.failed"), null, page)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case SetUp.Outcome.Wait(var left) -> {
                response.setHeader("Retry-After", String.valueOf(left.toSeconds() + 1));
                var wait = page.text("web.signin.wait", "time", Times.span(left.plusSeconds(1)));
                yield page(username, code, wait, null, page).status(HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private static Page page(
            String username, String code, @Nullable String error, @Nullable String weak, PageContext page) {
        return Page.of("set-up")
                .with(
                        "username",
                        Field.of("username", page.text("web.signin.username")).value(username))
                .with(
                        "code",
                        Field.of("code", page.text("web.setup.code"))
                                .value(code)
                                .hint(page.text("web.setup.code.hint"))
                                .error(error))
                .with(
                        "next",
                        Field.of("next", page.text("web.me.password.next"))
                                .hint(page.text("web.setup.password.hint"))
                                .error(weak));
    }
}
