package org.enlace.node.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.ApiDoors;
import org.enlace.node.access.ApiSystem;
import org.enlace.node.access.Role;
import org.enlace.node.access.SystemAsked;
import org.enlace.node.access.SystemCertificate;
import org.enlace.node.access.SystemPoint;
import org.enlace.node.access.SystemRegister;
import org.enlace.node.access.SystemTerms;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts systems into words.
@Component
class SystemsScreens {
    static final int PAGE = 25;
    private static final SystemTerms NONE = new SystemTerms(Set.of(), List.of(), null);
    private static final SystemAsked NOTHING = new SystemAsked("", "", "", NONE, "");
    private static final Set<String> FIELDS = Set.of("roles", "sources", "lastDay", "certificate");

    private final SystemRegister register;
    private final AccessRules rules;
    private final ApiDoors doors;

    SystemsScreens(SystemRegister register, AccessRules rules, ApiDoors doors) {
        this.register = register;
        this.rules = rules;
        this.doors = doors;
    }

    /// What stands in the forms of one system.
    ///
    /// @param terms null for those that it has
    record Typed(@Nullable SystemTerms terms, String certificate, List<SystemPoint> against) {
        Typed {
            against = List.copyOf(against);
        }

        static Typed nothing() {
            return only(List.of());
        }

        static Typed only(List<SystemPoint> against) {
            return new Typed(null, "", against);
        }
    }

    SystemsScreen list(String after, PageContext page) {
        return list(after, NOTHING, List.of(), page);
    }

    /// @param typed what stands in the form for a new system
    SystemsScreen list(String after, SystemAsked typed, List<SystemPoint> against, PageContext page) {
        var found = register.page(after, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        return new SystemsScreen(
                shown.stream().map(system -> line(system, page)).toList(),
                after.isEmpty(),
                found.size() > PAGE
                        ? "/systems?after=" + shown.getLast().officer().pseudonym()
                        : null,
                !doors.certificates(),
                mayKeep(page) ? form(typed, against, page) : null);
    }

    SystemScreen one(ApiSystem system, Typed typed, PageContext page) {
        var elsewhere = typed.against().stream()
                .filter(point -> !FIELDS.contains(point.field()))
                .map(point -> words(point, page))
                .collect(Collectors.joining(" "));
        return new SystemScreen(
                system,
                system.state(register.today()),
                sources(system.terms(), page),
                day(system.terms().lastDay(), page),
                mayKeep(page),
                elsewhere.isEmpty() ? null : elsewhere,
                system.certificates().stream().map(one -> line(one, page)).toList(),
                terms(typed.terms() == null ? system.terms() : typed.terms(), typed.against(), page),
                field("certificate", typed.certificate(), typed.against(), page)
                        .hint(page.text("systems.field.certificate.hint")));
    }

    String words(SystemPoint point, PageContext page) {
        return page.text("systems.point." + point.code());
    }

    private boolean mayKeep(PageContext page) {
        return rules.mayOpen(Objects.requireNonNull(page.officer()), Action.KEEP_OFFICERS);
    }

    private SystemsScreen.Line line(ApiSystem system, PageContext page) {
        var last = system.certificates().stream()
                .map(SystemCertificate::lastCall)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new SystemsScreen.Line(
                system, system.state(register.today()), day(system.terms().lastDay(), page), seen(last, page));
    }

    private static SystemScreen.Line line(SystemCertificate certificate, PageContext page) {
        var at = certificate.refusedAt();
        var why = certificate.refusedFor();
        return new SystemScreen.Line(
                certificate,
                certificate.state(page.now()),
                page.text(
                        "systems.certificate.valid",
                        "from",
                        page.day(certificate.notBefore()),
                        "until",
                        page.day(certificate.notAfter())),
                seen(certificate.lastCall(), page),
                at == null || why == null ? null : page.text("systems.refused." + why.name(), "time", page.time(at)));
    }

    private static String seen(@Nullable Instant at, PageContext page) {
        return at == null ? page.text("systems.never") : page.time(at);
    }

    private static String sources(SystemTerms terms, PageContext page) {
        return terms.sources().isEmpty() ? page.text("systems.sources.any") : String.join(", ", terms.sources());
    }

    private static String day(@Nullable LocalDate day, PageContext page) {
        return day == null ? "" : page.day(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static SystemsScreen.Form form(SystemAsked typed, List<SystemPoint> against, PageContext page) {
        return new SystemsScreen.Form(
                field("name", typed.name(), against, page),
                field("contact", typed.contact(), against, page).hint(page.text("systems.field.contact.hint")),
                field("purpose", typed.purpose(), against, page),
                terms(typed.terms(), against, page),
                field("certificate", typed.certificate(), against, page)
                        .hint(page.text("systems.field.certificate.hint")));
    }

    private static SystemsScreen.TermsForm terms(SystemTerms typed, List<SystemPoint> against, PageContext page) {
        var day = typed.lastDay();
        return new SystemsScreen.TermsForm(
                field("roles", "", against, page),
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.SUPERVISOR)
                        .map(role -> Choice.of(
                                role.name(),
                                page.text("web.role." + role.name()),
                                typed.roles().contains(role)))
                        .toList(),
                field("sources", String.join(" ", typed.sources()), against, page)
                        .hint(page.text("systems.field.sources.hint")),
                field("lastDay", day == null ? "" : day.toString(), against, page)
                        .hint(page.text("systems.field.lastDay.hint")));
    }

    private static Field field(String name, String value, List<SystemPoint> against, PageContext page) {
        var wrong = against.stream()
                .filter(point -> point.field().equals(name))
                .map(point -> page.text("systems.point." + point.code()))
                .collect(Collectors.joining(" "));
        return Field.of(name, page.text("systems.field." + name)).value(value).error(wrong.isEmpty() ? null : wrong);
    }
}
