package org.enlace.node.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.ApiSystem;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.access.SystemAsked;
import org.enlace.node.access.SystemCertificate;
import org.enlace.node.access.SystemOutcome;
import org.enlace.node.access.SystemRegister;
import org.enlace.node.access.SystemTerms;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Which systems call this API. What waits for a second person is decided where changes of officers are.
@RestController
@RequestMapping(path = "/api/v1/systems", produces = MediaType.APPLICATION_JSON_VALUE)
class SystemsApi {
    private final SystemRegister register;
    private final SystemsScreens screens;

    SystemsApi(SystemRegister register, SystemsScreens screens) {
        this.register = register;
        this.screens = screens;
    }

    @GetMapping
    @Access(Action.READ_OFFICERS)
    ListAnswer list(@RequestParam(defaultValue = "") String after, PageContext page) {
        var found = register.page(after, SystemsScreens.PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), SystemsScreens.PAGE));
        return new ListAnswer(
                shown.stream().map(system -> answer(system, page)).toList(),
                found.size() > SystemsScreens.PAGE ? shown.getLast().officer().pseudonym() : null);
    }

    @GetMapping("/{system}")
    @Access(Action.READ_OFFICERS)
    SystemAnswer one(@PathVariable String system, PageContext page) {
        return answer(register.find(system).orElseThrow(Unseen::new), page);
    }

    @PostMapping
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    @ResponseStatus(HttpStatus.CREATED)
    ActAnswer add(@RequestBody Asked asked, Officer by, PageContext page) {
        return after(register.add(asked.system(), by), page);
    }

    @PostMapping("/{system}/terms")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer terms(@PathVariable String system, @RequestBody Terms terms, Officer by, PageContext page) {
        return after(register.terms(system, terms.terms(), by), page);
    }

    @PostMapping("/{system}/certificates")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer certificate(@PathVariable String system, @RequestBody Pem pem, Officer by, PageContext page) {
        return after(register.certificate(system, pem.certificate(), by), page);
    }

    @PostMapping("/{system}/certificates/{fingerprint}/remove")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer remove(@PathVariable String system, @PathVariable String fingerprint, Officer by, PageContext page) {
        return after(register.remove(system, fingerprint, by), page);
    }

    @PostMapping("/{system}/lock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer lock(@PathVariable String system, Officer by, PageContext page) {
        return after(register.lock(system, by), page);
    }

    @PostMapping("/{system}/unlock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer unlock(@PathVariable String system, Officer by, PageContext page) {
        return after(register.unlock(system, by), page);
    }

    private ActAnswer after(SystemOutcome outcome, PageContext page) {
        return switch (outcome) {
            case SystemOutcome.Kept(var system) -> new ActAnswer(system, false);
            case SystemOutcome.Asked(var system) -> new ActAnswer(system, true);
            case SystemOutcome.Refused(var points) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        points.stream()
                                .map(point ->
                                        Problem.Wrong.at("/" + point.field(), point.name(), screens.words(point, page)))
                                .toList());
            case SystemOutcome.Unseen() -> throw new Unseen();
        };
    }

    private SystemAnswer answer(ApiSystem system, PageContext page) {
        return new SystemAnswer(
                system.officer().pseudonym(),
                system.name(),
                system.contact(),
                system.purpose(),
                system.terms().roles().stream().sorted().toList(),
                system.terms().sources(),
                system.terms().lastDay(),
                system.state(register.today()),
                system.waiting(),
                system.certificates().stream()
                        .map(certificate -> CertificateAnswer.of(certificate, page.now()))
                        .toList());
    }

    /// @param sources addresses and networks from which it calls; left out for any
    /// @param lastDay on which it may come in
    record Terms(@Nullable List<Role> roles, @Nullable List<String> sources, LocalDate lastDay) {
        SystemTerms terms() {
            return SystemTerms.of(
                    roles == null ? Set.of() : Set.copyOf(roles),
                    sources == null ? "" : String.join(" ", sources),
                    lastDay);
        }
    }

    /// @param certificate PEM
    record Asked(
            String name,
            String contact,
            String purpose,
            @Nullable List<Role> roles,
            @Nullable List<String> sources,
            LocalDate lastDay,
            String certificate) {
        SystemAsked system() {
            return new SystemAsked(name, contact, purpose, new Terms(roles, sources, lastDay).terms(), certificate);
        }

        /// Prints nothing of it.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /// @param certificate PEM
    record Pem(String certificate) {}

    /// @param system pseudonym
    /// @param waits whether it holds only once a second person has agreed
    record ActAnswer(String system, boolean waits) {}

    /// @param next value of `after` for the page after this, null if there is none
    record ListAnswer(List<SystemAnswer> systems, @Nullable String next) {}

    record SystemAnswer(
            String system,
            String name,
            String contact,
            String purpose,
            List<Role> roles,
            List<String> sources,
            @Nullable LocalDate lastDay,
            String state,
            boolean waiting,
            List<CertificateAnswer> certificates) {}

    record CertificateAnswer(
            String fingerprint,
            Instant notBefore,
            Instant notAfter,
            String state,
            @Nullable Instant lastCall,
            @Nullable Instant refusedAt,
            SystemCertificate.@Nullable Refusal refusedFor) {
        static CertificateAnswer of(SystemCertificate certificate, Instant now) {
            return new CertificateAnswer(
                    certificate.fingerprint(),
                    certificate.notBefore(),
                    certificate.notAfter(),
                    certificate.state(now),
                    certificate.lastCall(),
                    certificate.refusedAt(),
                    certificate.refusedFor());
        }
    }
}
