package org.enlace.node.officers;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.KeptOfficer;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerAsked;
import org.enlace.node.access.OfficerChange;
import org.enlace.node.access.OfficerPoint;
import org.enlace.node.access.OfficerRegister;
import org.enlace.node.access.OfficerRequests;
import org.enlace.node.access.Passkey;
import org.enlace.node.access.Passkeys;
import org.enlace.node.access.Role;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts officers into words.
@Component
class OfficersScreens {
    static final int PAGE = 25;
    private static final OfficerAsked NOBODY = new OfficerAsked("", "", Set.of(), "", "");

    private final OfficerRegister register;
    private final OfficerRequests requests;
    private final Passkeys passkeys;
    private final AccessRules rules;

    OfficersScreens(OfficerRegister register, OfficerRequests requests, Passkeys passkeys, AccessRules rules) {
        this.passkeys = passkeys;
        this.register = register;
        this.requests = requests;
        this.rules = rules;
    }

    OfficersScreen list(String after, PageContext page) {
        return list(after, NOBODY, List.of(), page);
    }

    /// @param typed what stands in the form for a new officer
    OfficersScreen list(String after, OfficerAsked typed, List<OfficerPoint> against, PageContext page) {
        var reader = reader(page);
        var found = register.page(after, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        return new OfficersScreen(
                shown,
                after.isEmpty()
                        ? requests.waiting().stream()
                                .map(change -> waiting(change, reader, page))
                                .toList()
                        : List.of(),
                after.isEmpty(),
                found.size() > PAGE
                        ? "/officers?after=" + shown.getLast().officer().pseudonym()
                        : null,
                rules.mayOpen(reader, Action.KEEP_OFFICERS) ? form(typed, against, page) : null);
    }

    /// @param against what stood against the last act
    OfficerScreen one(KeptOfficer kept, List<OfficerPoint> against, PageContext page) {
        var reader = reader(page);
        var own = passkeys.of(kept.officer().id());
        return new OfficerScreen(
                kept,
                own.size(),
                Math.toIntExact(own.stream().filter(Passkey::stopped).count()),
                rules.mayOpen(reader, Action.KEEP_OFFICERS),
                why(kept, reader, page),
                against.isEmpty() ? null : words(against, page),
                field("displayName", kept.officer().displayName(), List.of(), page),
                field("email", kept.email(), List.of(), page),
                field("roles", "", List.of(), page),
                roles(kept.officer().roles(), page));
    }

    String words(OfficerPoint point, PageContext page) {
        return page.text("officers.point." + point.code());
    }

    private String words(List<OfficerPoint> points, PageContext page) {
        return points.stream().map(point -> words(point, page)).collect(Collectors.joining(" "));
    }

    private static @Nullable String why(KeptOfficer kept, Officer reader, PageContext page) {
        if (kept.officer().id().equals(reader.id())) {
            return page.text("officers.point.yourself");
        }
        return kept.listed() ? page.text("officers.point.listed") : null;
    }

    private static OfficersScreen.Waiting waiting(OfficerChange change, Officer reader, PageContext page) {
        var own = change.askedBy().equals(reader.pseudonym())
                || change.officer().id().equals(reader.id());
        return new OfficersScreen.Waiting(
                change.id(),
                (change.officer().system() ? "/systems/" : "/officers/")
                        + change.officer().pseudonym(),
                change.officer().displayName(),
                what(change, page),
                page.text("officers.asked", "name", change.askedByName(), "time", page.time(change.askedAt())),
                own ? page.text("officers.point.your-own-request") : null);
    }

    private static String what(OfficerChange change, PageContext page) {
        var terms = change.terms();
        if (terms == null) {
            return page.text("officers.change." + change.kind().name(), "roles", names(change.roles(), page));
        }
        var day = terms.lastDay();
        return page.text(
                "officers.system." + change.kind().name(),
                "roles",
                names(terms.roles(), page),
                "sources",
                terms.sources().isEmpty() ? page.text("systems.sources.any") : String.join(", ", terms.sources()),
                "day",
                day == null ? "" : page.day(day.atTime(12, 0).toInstant(ZoneOffset.UTC)),
                "fingerprint",
                change.fingerprint() == null ? "" : change.fingerprint().replaceAll("(.{4})(?!$)", "$1 "));
    }

    private static String names(Set<Role> roles, PageContext page) {
        return roles.stream()
                .sorted()
                .map(role -> page.text("web.role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    private OfficersScreen.Form form(OfficerAsked typed, List<OfficerPoint> against, PageContext page) {
        var languages = new ArrayList<Choice>();
        languages.add(Choice.of(
                "", page.text("officers.language.none"), typed.language().isEmpty()));
        page.languages()
                .forEach(language -> languages.add(Choice.of(
                        language.getLanguage(),
                        page.ownName(language),
                        language.getLanguage().equals(typed.language()))));
        return new OfficersScreen.Form(
                field("username", typed.username(), against, page).hint(page.text("officers.field.username.hint")),
                field("displayName", typed.displayName(), against, page),
                field("roles", "", against, page),
                roles(typed.roles(), page),
                field("language", typed.language(), against, page),
                languages,
                field("email", typed.email(), against, page).hint(page.text("officers.field.email.hint")));
    }

    private static List<Choice> roles(Set<Role> chosen, PageContext page) {
        return Arrays.stream(Role.values())
                .map(role -> Choice.of(role.name(), page.text("web.role." + role.name()), chosen.contains(role)))
                .toList();
    }

    private Field field(String name, String value, List<OfficerPoint> against, PageContext page) {
        var wrong = against.stream().filter(point -> point.field().equals(name)).toList();
        return Field.of(name, page.text("officers.field." + name))
                .value(value)
                .error(wrong.isEmpty() ? null : words(wrong, page));
    }

    private static Officer reader(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
