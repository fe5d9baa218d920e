package org.enlace.node.ministry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.MinistryLinks;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SessionCookie;
import org.enlace.node.access.SessionKey;
import org.enlace.node.web.Field;
import org.enlace.node.web.KeptField;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.SignInScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In by the ministry's provider. Browsers send our own cookie to no request that another site began, also not
/// to the page that a redirection leads to: so the answer to who comes back is a page of ours, which goes on by
/// itself. The way there is such a page too, because the policy of content lets no form lead to another site.
@Controller
class MinistryPages {
    static final String DOOR = "/sign-in/ministry";
    static final String HOME = "/me/ministry";
    private static final Set<String> NOT_KEPT = Set.of("_token", "_proof", "_address");

    private final Ministry ministry;
    private final MinistryLinks links;
    private final SignInScreen screen;

    MinistryPages(Ministry ministry, MinistryLinks links, SignInScreen screen) {
        this.ministry = ministry;
        this.links = links;
        this.screen = screen;
    }

    @PostMapping(DOOR)
    @Access(Action.ENTER)
    Page begin(
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        if (!ministry.on()) {
            return screen.failed("", back, page);
        }
        var left = ministry.left(request.getRemoteAddr());
        if (left.isPositive()) {
            return screen.wait("", back, left, page, response);
        }
        try {
            var session = SessionKey.of(request).orElse(null);
            return away(ministry.signIn(session, Redirect.own(back, "/"), page.locale()), response);
        } catch (ProviderUnavailable e) {
            return unreachable(back, page);
        }
    }

    @GetMapping(DOOR + "/callback")
    @Access(Action.ENTER)
    Page comesBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        var came = ministry.comesBack(
                ErrandCookie.of(request), new Ministry.Answer(code, state, iss, error), request.getRemoteAddr());
        return answer(came, response, page);
    }

    @PostMapping(DOOR + "/code")
    @Access(Action.ENTER)
    Page code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        return switch (ministry.code(ErrandCookie.of(request), code, request.getRemoteAddr())) {
            case Return.CodeAsked() ->
                codePage(page.text("ministry.code.wrong"), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Return other -> answer(other, response, page);
        };
    }

    private Page answer(Return came, HttpServletResponse response, PageContext page) {
        return switch (came) {
            case Return.In(var done, var back) -> {
                SessionCookie.set(response, done);
                ErrandCookie.remove(response);
                yield on(back, response);
            }
            case Return.CodeAsked() -> codePage(null, page);
            case Return.Linked() -> on(HOME + "?said=linked", response);
            case Return.NotLinked() -> on(HOME + "?said=not-linked", response);
            case Return.Proven(var done) -> {
                SessionCookie.set(response, done);
                yield on(HOME + "/proof", response);
            }
            case Return.NotProven() -> on(HOME + "/proof", response);
            case Return.Failed() -> screen.failed("", "/", page);
            case Return.Wait(var left) -> screen.wait("", "/", left, page, response);
            case Return.Unavailable(var purpose) ->
                switch (purpose) {
                    case SIGN_IN -> unreachable("/", page);
                    case LINK -> on(HOME + "?said=unreachable", response);
                    case PROVE -> on(HOME + "/proof", response);
                };
        };
    }

    @GetMapping(HOME)
    @Access(Action.OWN_PROFILE)
    Page show(Officer officer, @RequestParam(defaultValue = "") String said, PageContext page) {
        return home(officer, said, page);
    }

    @PostMapping(HOME + "/link")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object link(Officer officer, HttpServletRequest request, HttpServletResponse response, PageContext page) {
        if (!ministry.on() || links.since(officer.id()).isPresent()) {
            return Redirect.to(HOME);
        }
        if (ministry.left(request.getRemoteAddr()).isPositive()) {
            return home(officer, "wait", page).status(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            var session = SessionKey.of(request).orElseThrow();
            return away(ministry.link(officer, session, page.locale()), response);
        } catch (ProviderUnavailable e) {
            return home(officer, "unreachable", page).status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @PostMapping(HOME + "/off")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object takeOff(Officer officer) {
        links.takeOff(officer, officer);
        return Redirect.to(HOME + "?said=off");
    }

    /// The whole form that waits comes along.
    @PostMapping(HOME + "/prove")
    @Access(Action.OWN_PROFILE)
    Object prove(
            @RequestParam(name = "_address", defaultValue = "/me") String address,
            Officer officer,
            HttpServletRequest request,
            HttpServletResponse response,
            PageContext page) {
        var kept = new KeptForm(Redirect.own(address, "/me"), KeptField.of(request, NOT_KEPT));
        if (!ministry.proves(officer)) {
            return proof(kept, false);
        }
        if (ministry.left(request.getRemoteAddr()).isPositive()) {
            return proof(kept, false).status(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            var session = SessionKey.of(request).orElseThrow();
            return away(ministry.prove(officer, session, kept, page.locale()), response);
        } catch (ProviderUnavailable e) {
            return proof(kept, false).status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping(HOME + "/proof")
    @Access(Action.OWN_PROFILE)
    Object proof(HttpServletRequest request) {
        return SessionKey.of(request)
                .flatMap(ministry::waiting)
                .<Object>map(waiting -> proof(waiting.form(), waiting.proven()))
                .orElseGet(() -> Redirect.to("/me"));
    }

    /// The form goes where it was going. If the proof did not come, it is asked for there again, another way too.
    private static Page proof(KeptForm form, boolean proven) {
        return Page.of("ministry/proof")
                .with("address", form.address())
                .with("kept", form.fields())
                .with("proven", proven);
    }

    private Page home(Officer officer, String said, PageContext page) {
        var since = links.since(officer.id());
        var shown = Page.of("ministry/home")
                .with("on", ministry.on())
                .with("name", ministry.name())
                .with("since", since.map(page::time).orElse(""))
                .with(
                        "said",
                        Said.of(said)
                                .map(one -> page.text("ministry.said." + one))
                                .orElse(""));
        return shown.with("wrong", Said.of(said).filter(Said::wrong).isPresent());
    }

    private Page unreachable(String back, PageContext page) {
        return screen.show("", back, page.text("ministry.unreachable"), page).status(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Page codePage(@Nullable String error, PageContext page) {
        return Page.of("ministry/code")
                .with(
                        "field",
                        Field.of("code", page.text("web.proof.code"))
                                .hint(page.text("ministry.code.hint"))
                                .error(error));
    }

    private static Page away(Ministry.Departure departure, HttpServletResponse response) {
        ErrandCookie.set(response, departure.cookie());
        var to = departure.to().toString();
        response.setHeader("Refresh", "0;url=" + to);
        return Page.of("ministry/on").with("address", to);
    }

    private static Page on(String path, HttpServletResponse response) {
        response.setHeader("Refresh", "0;url=" + path);
        return Page.of("ministry/on").with("address", path);
    }
}
