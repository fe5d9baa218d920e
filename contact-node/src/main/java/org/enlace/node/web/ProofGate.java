package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.PasskeySignIn;
import org.enlace.node.access.PasskeyVisits;
import org.enlace.node.access.Presence;
import org.enlace.node.access.SessionCookie;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request reach a handler with [FreshProof] only if the officer proved a moment ago who they are. Otherwise a
/// page asks for it and holds the whole form that was sent: with the right answer, what was asked for goes on in the
/// same request, and nothing that was typed is lost. An officer who has no second factor where one is demanded gets no
/// further than to setting one up.
@Component
final class ProofGate implements HandlerInterceptor {
    /// The answer to what is asked.
    static final String ANSWER = "_proof";

    /// What a passkey signed instead.
    static final String PASSKEY = "_passkey";

    private static final Set<String> NOT_KEPT = Set.of(ANSWER, PASSKEY, "_token");
    private static final String SET_UP = "/me/second-factor";

    private final SignIn signIn;
    private final PasskeySignIn passkeys;
    private final PasskeyVisits visits;
    private final PageRendering rendering;
    private final PageContexts contexts;
    private final OtherWays ways;

    ProofGate(
            SignIn signIn,
            PasskeySignIn passkeys,
            PasskeyVisits visits,
            PageRendering rendering,
            PageContexts contexts,
            OtherWays ways) {
        this.ways = ways;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.visits = visits;
        this.rendering = rendering;
        this.contexts = contexts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var presence = Presence.now();
        if (!(handler instanceof HandlerMethod method) || presence.isEmpty() || open(method)) {
            return true;
        }
        var program = request.getRequestURI().startsWith("/api/");
        if (!presence.get().complete() && !leadsToSecondFactor(request.getRequestURI())) {
            return refuse(program, response);
        }
        if (!method.hasMethodAnnotation(FreshProof.class) || presence.get().fresh()) {
            return true;
        }
        if (program) {
            var system = Objects.requireNonNull(PageContexts.officer()).system();
            throw new ProblemFound(system ? ProblemKind.PERSON_NEEDED : ProblemKind.PROOF_NEEDED);
        }
        return prove(presence.get(), request, response);
    }

    private static boolean open(HandlerMethod method) {
        var access = method.getMethodAnnotation(Access.class);
        return access != null && access.value() == Action.ENTER;
    }

    private static boolean leadsToSecondFactor(String path) {
        return path.equals("/me") || path.startsWith("/me/") || path.equals("/sign-out");
    }

    private static boolean refuse(boolean program, HttpServletResponse response) {
        if (program) {
            throw new ProblemFound(ProblemKind.SECOND_FACTOR_NEEDED);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", SET_UP);
        return false;
    }

    private boolean prove(Presence presence, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var answer = request.getParameter(ANSWER);
        if (answer == null && signed(request).isEmpty()) {
            // Nothing is wrong yet: the browser shows the page in the place of the form.
            return ask(presence, null, HttpStatus.OK, request, response);
        }
        var page = contexts.of(request);
        var officer = Objects.requireNonNull(PageContexts.officer());
        return switch (attempt(officer, answer == null ? "" : answer, request)) {
            case SignIn.Outcome.Done done -> {
                SessionCookie.renew(request, response, done);
                yield true;
            }
            case SignIn.Outcome.Failed() ->
                ask(presence, page.text("web.proof.wrong"), HttpStatus.UNPROCESSABLE_CONTENT, request, response);
            case SignIn.Outcome.Wait(var left) -> {
                response.setHeader("Retry-After", String.valueOf(left.toSeconds() + 1));
                var error = page.text("web.signin.wait", "time", Times.span(left.plusSeconds(1)));
                yield ask(presence, error, HttpStatus.TOO_MANY_REQUESTS, request, response);
            }
        };
    }

    private SignIn.Outcome attempt(Officer officer, String answer, HttpServletRequest request) {
        var session = SessionKey.of(request).orElseThrow();
        var visit = visits.of(request);
        return signed(request).isEmpty() || visit.isEmpty()
                ? signIn.prove(officer, session, answer, request.getRemoteAddr())
                : passkeys.prove(officer, session, signed(request), visit.get());
    }

    private static String signed(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(PASSKEY), "");
    }

    private boolean ask(
            Presence presence,
            @Nullable String error,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var page = contexts.of(request);
        var kind = presence.secondFactor() ? "code" : "password";
        var field = Field.of(ANSWER, page.text("web.proof." + kind)).error(error);
        if (presence.secondFactor()) {
            field = field.hint(page.text("web.signin.code.hint"));
        }
        rendering.render(
                Page.of("proof")
                        .with("field", field)
                        .with("code", presence.secondFactor())
                        .with("elsewhere", presence.elsewhere())
                        .with("ways", ways.proof(page, Objects.requireNonNull(page.officer()), presence))
                        .with("options", options(request))
                        .with("address", request.getRequestURI())
                        .with("kept", KeptField.of(request, NOT_KEPT))
                        .holds(true)
                        .status(status),
                request,
                response);
        return false;
    }

    /// Empty where the officer has no passkey that works here.
    private String options(HttpServletRequest request) {
        var officer = Objects.requireNonNull(PageContexts.officer());
        return visits.of(request)
                .flatMap(visit -> passkeys.options(officer, visit))
                .orElse("");
    }
}
