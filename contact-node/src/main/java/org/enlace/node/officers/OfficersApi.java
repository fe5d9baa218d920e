package org.enlace.node.officers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.KeptOfficer;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerAsked;
import org.enlace.node.access.OfficerChange;
import org.enlace.node.access.OfficerOutcome;
import org.enlace.node.access.OfficerPoint;
import org.enlace.node.access.OfficerRegister;
import org.enlace.node.access.OfficerRequests;
import org.enlace.node.access.Role;
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

/// Who works here, for a ministry's own administration of staff.
@RestController
@RequestMapping(path = "/api/v1/officers", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficersApi {
    private final OfficerRegister register;
    private final OfficerRequests requests;
    private final OfficersScreens screens;

    OfficersApi(OfficerRegister register, OfficerRequests requests, OfficersScreens screens) {
        this.register = register;
        this.requests = requests;
        this.screens = screens;
    }

    @GetMapping
    @Access(Action.READ_OFFICERS)
    ListAnswer list(@RequestParam(defaultValue = "") String after) {
        var found = register.page(after, OfficersScreens.PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), OfficersScreens.PAGE));
        return new ListAnswer(
                shown.stream().map(OfficerAnswer::of).toList(),
                found.size() > OfficersScreens.PAGE ? shown.getLast().officer().pseudonym() : null);
    }

    @GetMapping("/{officer}")
    @Access(Action.READ_OFFICERS)
    OfficerAnswer one(@PathVariable String officer) {
        return OfficerAnswer.of(register.find(officer).orElseThrow(Unseen::new));
    }

    @GetMapping("/changes")
    @Access(Action.READ_OFFICERS)
    List<ChangeAnswer> changes() {
        return requests.waiting().stream().map(ChangeAnswer::of).toList();
    }

    @PostMapping
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    @ResponseStatus(HttpStatus.CREATED)
    ActAnswer add(@RequestBody Asked asked, Officer by, PageContext page) {
        return after(requests.add(asked.officer(), by), page);
    }

    @PostMapping("/{officer}/roles")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer roles(@PathVariable String officer, @RequestBody Roles roles, Officer by, PageContext page) {
        return after(requests.roles(officer, set(roles.roles()), by), page);
    }

    @PostMapping("/{officer}/lock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer lock(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.lock(officer, by), page);
    }

    @PostMapping("/{officer}/unlock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer unlock(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.unlock(officer, by), page);
    }

    @PostMapping("/{officer}/code")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer code(@PathVariable String officer, Officer by, PageContext page) {
        return after(requests.code(officer, by), page);
    }

    @PostMapping("/{officer}/second-factor-reset")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer factor(@PathVariable String officer, Officer by, PageContext page) {
        return after(requests.factor(officer, by), page);
    }

    @PostMapping("/{officer}/ministry-off")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    ActAnswer ministryOff(@PathVariable String officer, Officer by, PageContext page) {
        return after(register.ministryOff(officer, by), page);
    }

    @PostMapping("/changes/{id}/agree")
    @Access(Action.DECIDE_OFFICERS)
    @FreshProof
    ActAnswer agree(@PathVariable UUID id, Officer by, PageContext page) {
        return after(requests.decide(id, true, by), page);
    }

    @PostMapping("/changes/{id}/refuse")
    @Access(Action.DECIDE_OFFICERS)
    @FreshProof
    ActAnswer refuse(@PathVariable UUID id, Officer by, PageContext page) {
        return after(requests.decide(id, false, by), page);
    }

    private ActAnswer after(OfficerOutcome outcome, PageContext page) {
        return switch (outcome) {
            case OfficerOutcome.Kept(var officer) -> new ActAnswer(officer, false, null);
            case OfficerOutcome.Asked(var officer, var code) ->
                new ActAnswer(officer, true, code.isEmpty() ? null : code);
            case OfficerOutcome.Refused(var points) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        points.stream().map(point -> wrong(point, page)).toList());
            case OfficerOutcome.Unseen() -> throw new Unseen();
        };
    }

    /// A list that is left out has nothing in it.
    private static Set<Role> set(@Nullable List<Role> roles) {
        return roles == null ? Set.of() : Set.copyOf(roles);
    }

    private Problem.Wrong wrong(OfficerPoint point, PageContext page) {
        return Problem.Wrong.at("/" + point.field(), point.name(), screens.words(point, page));
    }

    /// @param language `en`, `es`, `pt` or `fr`; left out for what the browser says
    /// @param email left out for nowhere
    record Asked(
            String username,
            String displayName,
            @Nullable List<Role> roles,
            @Nullable String language,
            @Nullable String email) {
        OfficerAsked officer() {
            return new OfficerAsked(
                    username, displayName, set(roles), language == null ? "" : language, email == null ? "" : email);
        }

        /// Prints no name.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Roles(@Nullable List<Role> roles) {}

    /// @param officer pseudonym
    /// @param waits whether it holds only once a second person has agreed
    /// @param code set-up code, this once
    record ActAnswer(
            String officer, boolean waits, @Nullable String code) {}

    /// @param next value of `after` for the page after this, null if there is none
    record ListAnswer(
            List<OfficerAnswer> officers, @Nullable String next) {}

    record OfficerAnswer(
            String officer,
            String displayName,
            List<Role> roles,
            String state,
            boolean listed,
            boolean secondFactor,
            boolean ministry,
            boolean waiting) {
        static OfficerAnswer of(KeptOfficer kept) {
            return new OfficerAnswer(
                    kept.officer().pseudonym(),
                    kept.officer().displayName(),
                    kept.officer().roles().stream().sorted().toList(),
                    kept.state(),
                    kept.listed(),
                    kept.secondFactor(),
                    kept.ministry(),
                    kept.waiting());
        }
    }

    /// @param sources of a system, as is `lastDay`; null for an officer
    /// @param fingerprint of the certificate that would open, null where none would
    record ChangeAnswer(
            UUID id,
            OfficerChange.Kind kind,
            String officer,
            List<Role> roles,
            String askedBy,
            Instant askedAt,
            @Nullable List<String> sources,
            @Nullable LocalDate lastDay,
            @Nullable String fingerprint) {
        static ChangeAnswer of(OfficerChange change) {
            var terms = change.terms();
            return new ChangeAnswer(
                    change.id(),
                    change.kind(),
                    change.officer().pseudonym(),
                    change.roles().stream().sorted().toList(),
                    change.askedBy(),
                    change.askedAt(),
                    terms == null ? null : terms.sources(),
                    terms == null ? null : terms.lastDay(),
                    change.fingerprint());
        }
    }
}
