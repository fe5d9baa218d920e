package org.enlace.node.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The page for signing in, for every way in: what went wrong reads the same whichever way it was.
@Component
public final class SignInScreen {
    private final OtherWays ways;

    SignInScreen(OtherWays ways) {
        this.ways = ways;
    }

    /// @param back where the officer wanted to go
    /// @param error empty where nothing is wrong
    public Page show(String username, String back, String error, PageContext page) {
        return Page.of("sign-in")
                .with("username", username)
                .with("back", back)
                .with("error", error)
                .with("ways", ways.signIn(page));
    }

    /// Unknown, locked, wrong: nobody learns which.
    public Page failed(String username, String back, PageContext page) {
        return show(username, back, page.text("web.signin.failed"), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public Page wait(String username, String back, Duration left, PageContext page, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(left.toSeconds() + 1));
        var error = page.text("web.signin.wait", "time", Times.span(left.plusSeconds(1)));
        return show(username, back, error, page).status(HttpStatus.TOO_MANY_REQUESTS);
    }
}
