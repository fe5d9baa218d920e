package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Passkeys;
import org.enlace.node.access.Passwords;
import org.enlace.node.access.SecondFactors;
import org.enlace.node.access.SessionCookie;
import org.enlace.node.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an officer may set for themselves, and the choice of language and theme that is open to all.
@Controller
class ProfilePages {
    private final Looks looks;
    private final Passwords passwords;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final OtherWays ways;
    private final Passkeys passkeys;

    ProfilePages(
            Looks looks, Passwords passwords, SignIn signIn, SecondFactors factors, OtherWays ways, Passkeys passkeys) {
        this.ways = ways;
        this.passkeys = passkeys;
        this.factors = factors;
        this.looks = looks;
        this.passwords = passwords;
        this.signIn = signIn;
    }

    @GetMapping("/me")
    @Access(Action.OWN_PROFILE)
    Page show(PageContext page) {
        return page(page, null, null);
    }

    /// Language, theme and shortcuts, kept on this machine; the language also with the officer, for the next one.
    @PostMapping("/look")
    @Access(Action.ENTER)
    ResponseEntity<Void> look(
            @Nullable Officer officer,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        looks.language(language, officer, response);
        looks.theme(theme, response);
        looks.keys(keys, response);
        return Redirect.to(Redirect.own(back, "/"));
    }

    @PostMapping("/me/password")
    @Access(Action.OWN_PROFILE)
    Object password(
            Officer officer,
            @RequestParam String present,
            @RequestParam String next,
            PageContext page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var weakness = passwords.weakness(next);
        if (weakness.isPresent()) {
            var text = "web.me.password." + weakness.get().name().toLowerCase(Locale.ROOT);
            return page(page, null, page.text(text)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (signIn.change(officer, present, next, request.getRemoteAddr())) {
            case SignIn.Outcome.Done done -> {
                SessionCookie.set(response, done);
                yield Redirect.to("/me?changed");
            }
            case SignIn.Outcome.Failed() ->
                page(page, page.text("web.me.password.wrong"), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Outcome.Wait(var left) ->
                page(page, page.text("web.signin.wait", "time", Times.span(left.plusSeconds(1))), null)
                        .status(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private Page page(PageContext page, @Nullable String presentError, @Nullable String nextError) {
        var officer = Objects.requireNonNull(page.officer());
        return Page.of("me")
                .with("factor", factors.state(officer))
                .with("ways", ways.profile(page, officer))
                .with("passkeys", passkeys.of(officer.id()).size())
                .with(
                        "present",
                        Field.of("present", page.text("web.me.password.present"))
                                .error(presentError))
                .with(
                        "next",
                        Field.of("next", page.text("web.me.password.next"))
                                .hint(page.text("web.me.password.hint"))
                                .error(nextError));
    }
}
