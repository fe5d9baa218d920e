package org.enlace.node.ministry;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.enlace.node.access.MinistrySignIn;
import org.enlace.node.access.MinistrySignIn.Entered;
import org.enlace.node.access.MinistrySignIn.Met;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.Sessions;
import org.enlace.node.access.SignIn;
import org.enlace.node.ministry.Errands.Purpose;
import org.enlace.node.ministry.Errands.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The way to the provider and back. What comes back counts in the browser that set out, once, within ten minutes, and
/// if the provider itself says so to this node.
@Service
class Ministry {
    private static final Logger log = LoggerFactory.getLogger(Ministry.class);

    /// What the browser brings back, as it stands in the address.
    ///
    /// @param issuer that the answer names, null for none
    /// @param error null for none
    record Answer(
            String code,
            String state,
            @Nullable String issuer,
            @Nullable String error) {
        /// Prints no code.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param cookie for the browser
    /// @param to the provider
    record Departure(String cookie, URI to) {}

    private final MinistrySettings settings;
    private final Provider provider;
    private final Errands errands;
    private final MinistrySignIn signIn;
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    Ministry(MinistrySettings settings, Provider provider, Errands errands, MinistrySignIn signIn, Sessions sessions) {
        this.settings = settings;
        this.provider = provider;
        this.errands = errands;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    boolean on() {
        return settings.on();
    }

    /// What the provider is called here.
    String name() {
        return settings.name() == null ? "" : settings.name();
    }

    boolean proves(Officer officer) {
        return on() && signIn.proves(officer, settings.vouchesForSecondFactor());
    }

    /// How long to wait before another try from there.
    Duration left(String source) {
        return signIn.begin(source);
    }

    Departure signIn(@Nullable SessionKey session, String back, Locale language) throws ProviderUnavailable {
        return leave(Purpose.SIGN_IN, null, session, back, null, language);
    }

    Departure link(Officer officer, SessionKey session, Locale language) throws ProviderUnavailable {
        return leave(Purpose.LINK, officer, session, "/me", null, language);
    }

    Departure prove(Officer officer, SessionKey session, KeptForm kept, Locale language) throws ProviderUnavailable {
        return leave(Purpose.PROVE, officer, session, "/me", kept, language);
    }

    private Departure leave(
            Purpose purpose,
            @Nullable Officer officer,
            @Nullable SessionKey session,
            String back,
            @Nullable KeptForm kept,
            Locale language)
            throws ProviderUnavailable {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var errand = new Errand(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        try {
            var to = provider.wayThere(errand, purpose != Purpose.SIGN_IN, language);
            errands.begin(errand, purpose, officer == null ? null : officer.id(), session, back, kept);
            return new Departure(errand.cookie(), to);
        } catch (ProviderUnavailable e) {
            log(e);
            throw e;
        }
    }

    /// @param cookie that the browser brought, null for none
    Return comesBack(@Nullable String cookie, Answer answer, String source) {
        var errand = cookie == null ? Optional.<Errand>empty() : Optional.of(new Errand(cookie));
        var found = errand.filter(one -> one.isState(answer.state())).flatMap(errands::find);
        if (found.isEmpty() || !errands.goesOn(found.get(), Stage.AWAY, Stage.FAILED)) {
            // Nobody set out from here: it costs like any try.
            var left = signIn.begin(source);
            if (left.isPositive()) {
                return new Return.Wait(left);
            }
            signIn.failed();
            return new Return.Failed();
        }
        var row = found.get();
        try {
            var met = met(row, errand.get(), answer);
            if (met.isEmpty()) {
                signIn.failed();
                return failed(row);
            }
            return arrive(row, met.get(), source);
        } catch (ProviderUnavailable e) {
            log(e);
            if (row.purpose() == Purpose.SIGN_IN) {
                errands.end(row);
            }
            return new Return.Unavailable(row.purpose());
        }
    }

    private Optional<Met> met(Errands.Row row, Errand errand, Answer answer) throws ProviderUnavailable {
        if (!provider.isFrom(answer.issuer())
                || answer.error() != null
                || answer.code().isEmpty()) {
            return Optional.empty();
        }
        return provider.met(answer.code(), errand, row.purpose() == Purpose.SIGN_IN ? null : row.beganAt());
    }

    private Return arrive(Errands.Row row, Met met, String source) {
        return switch (row.purpose()) {
            case SIGN_IN ->
                switch (signIn.enter(met, source)) {
                    case Entered.In(var done) -> in(row, done);
                    case Entered.CodeAsked(var officer) -> {
                        errands.codeAsked(row, officer);
                        yield new Return.CodeAsked();
                    }
                    case Entered.Failed() -> failed(row);
                };
            case LINK -> {
                var linked = signIn.link(
                        Objects.requireNonNull(row.officer()), Objects.requireNonNull(row.session()), met, source);
                errands.end(row);
                yield linked ? new Return.Linked() : new Return.NotLinked();
            }
            case PROVE -> {
                var proven = signIn.prove(
                        Objects.requireNonNull(row.officer()), Objects.requireNonNull(row.session()), met, source);
                if (proven instanceof Entered.In(var done)) {
                    errands.proven(row, done.session());
                    yield new Return.Proven(done);
                }
                yield failed(row);
            }
        };
    }

    private Return in(Errands.Row row, SignIn.Outcome.Done done) {
        if (row.session() != null) {
            sessions.end(row.session());
        }
        errands.end(row);
        return new Return.In(done, row.back());
    }

    private Return failed(Errands.Row row) {
        return switch (row.purpose()) {
            case SIGN_IN -> {
                errands.end(row);
                yield new Return.Failed();
            }
            case LINK -> {
                errands.end(row);
                yield new Return.NotLinked();
            }
            // It is marked so already, and holds the form.
            case PROVE -> new Return.NotProven();
        };
    }

    /// The code of the second factor, after the provider has met whose it is.
    Return code(@Nullable String cookie, String code, String source) {
        var row = cookie == null
                ? Optional.<Errands.Row>empty()
                : errands.find(new Errand(cookie)).filter(found -> found.stage() == Stage.CODE);
        if (row.isEmpty()) {
            return new Return.Failed();
        }
        var officer = Objects.requireNonNull(row.get().officer());
        return switch (signIn.code(officer, code, source)) {
            case SignIn.Outcome.Done done -> in(row.get(), done);
            case SignIn.Outcome.Failed() -> new Return.CodeAsked();
            case SignIn.Outcome.Wait(var left) -> new Return.Wait(left);
        };
    }

    /// The form that waits for this session, and whether the proof came.
    Optional<Waiting> waiting(SessionKey session) {
        return errands.back(session)
                .flatMap(row -> errands.kept(row).map(kept -> new Waiting(kept, row.stage() == Stage.PROVEN)));
    }

    record Waiting(KeptForm form, boolean proven) {}

    private static void log(ProviderUnavailable e) {
        log.atWarn().addKeyValue("why", e.why()).log("The ministry's identity provider cannot be used");
    }
}
