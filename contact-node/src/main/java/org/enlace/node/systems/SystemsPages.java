package org.enlace.node.systems;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.access.SystemAsked;
import org.enlace.node.access.SystemOutcome;
import org.enlace.node.access.SystemPoint;
import org.enlace.node.access.SystemRegister;
import org.enlace.node.access.SystemTerms;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of the systems that call the API.
@Controller
@RequestMapping("/systems")
class SystemsPages {
    private final SystemRegister register;
    private final SystemsScreens screens;

    SystemsPages(SystemRegister register, SystemsScreens screens) {
        this.register = register;
        this.screens = screens;
    }

    @GetMapping
    @Access(Action.READ_OFFICERS)
    Page list(@RequestParam(defaultValue = "") String after, PageContext page) {
        return Page.of("systems/list").with("screen", screens.list(after, page));
    }

    @GetMapping("/{system}")
    @Access(Action.READ_OFFICERS)
    Page one(@PathVariable String system, PageContext page) {
        return shown(system, SystemsScreens.Typed.nothing(), page);
    }

    @PostMapping
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String sources,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String certificate,
            Officer by,
            PageContext page) {
        var terms = SystemTerms.of(roles, sources, day(lastDay));
        var asked = new SystemAsked(name, contact, purpose, terms, certificate);
        return switch (register.add(asked, by)) {
            case SystemOutcome.Kept(var kept) -> Redirect.to("/systems/" + kept);
            case SystemOutcome.Asked(var added) -> Redirect.to("/systems/" + added);
            case SystemOutcome.Refused(var points) ->
                Page.of("systems/list")
                        .with("screen", screens.list("", asked, points, page))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case SystemOutcome.Unseen() -> throw new Unseen();
        };
    }

    @PostMapping("/{system}/terms")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object terms(
            @PathVariable String system,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String sources,
            @RequestParam(defaultValue = "") String lastDay,
            Officer by,
            PageContext page) {
        var terms = SystemTerms.of(roles, sources, day(lastDay));
        return after(
                register.terms(system, terms, by), system, points -> new SystemsScreens.Typed(terms, "", points), page);
    }

    @PostMapping("/{system}/certificates")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object certificate(
            @PathVariable String system,
            @RequestParam(defaultValue = "") String certificate,
            Officer by,
            PageContext page) {
        return after(
                register.certificate(system, certificate, by),
                system,
                points -> new SystemsScreens.Typed(null, certificate, points),
                page);
    }

    @PostMapping("/{system}/certificates/{fingerprint}/remove")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object remove(@PathVariable String system, @PathVariable String fingerprint, Officer by, PageContext page) {
        return after(register.remove(system, fingerprint, by), system, SystemsScreens.Typed::only, page);
    }

    @PostMapping("/{system}/lock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object lock(@PathVariable String system, Officer by, PageContext page) {
        return after(register.lock(system, by), system, SystemsScreens.Typed::only, page);
    }

    @PostMapping("/{system}/unlock")
    @Access(Action.KEEP_OFFICERS)
    @FreshProof
    Object unlock(@PathVariable String system, Officer by, PageContext page) {
        return after(register.unlock(system, by), system, SystemsScreens.Typed::only, page);
    }

    private interface Kept {
        SystemsScreens.Typed with(List<SystemPoint> points);
    }

    private Object after(SystemOutcome outcome, String system, Kept kept, PageContext page) {
        return switch (outcome) {
            case SystemOutcome.Kept _, SystemOutcome.Asked _ -> Redirect.to("/systems/" + system);
            case SystemOutcome.Refused(var points) ->
                shown(system, kept.with(points), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case SystemOutcome.Unseen() -> throw new Unseen();
        };
    }

    private Page shown(String system, SystemsScreens.Typed typed, PageContext page) {
        var found = register.find(system).orElseThrow(Unseen::new);
        return Page.of("systems/one").with("screen", screens.one(found, typed, page));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
