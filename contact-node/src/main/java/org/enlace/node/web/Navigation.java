package org.enlace.node.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The entries on top of each page: those that exist in this node and that the officer may open.
@Component
final class Navigation {
    private record Place(String path, String key, String icon, Action action) {}

    private static final List<Place> PLACES = List.of(
            new Place("/desk", "web.nav.desk", "inbox", Action.READ_DESK),
            new Place("/handover", "web.nav.handover", "arrow-up-right", Action.WORK_CASES),
            new Place("/alerts", "web.nav.alerts", "siren", Action.READ_ALERTS),
            new Place("/information", "web.nav.information", "question", Action.READ_INFORMATION),
            new Place("/assistance", "web.nav.assistance", "life-buoy", Action.READ_ASSISTANCE),
            new Place("/follow-ups", "web.nav.follow-ups", "clock", Action.READ_ASSISTANCE),
            new Place("/cases", "web.nav.cases", "file-text", Action.READ_CASES),
            new Place("/search", "web.nav.search", "search", Action.READ_CASES),
            new Place("/release", "web.nav.release", "check-check", Action.RELEASE),
            new Place("/routes", "web.nav.routes", "route", Action.READ_ROUTES),
            new Place("/reports", "web.nav.reports", "flag", Action.READ_REPORTS),
            new Place("/queries", "web.nav.queries", "lock", Action.ASK_PRIVATELY),
            new Place("/directory", "web.nav.directory", "book-user", Action.READ_DIRECTORY),
            new Place("/statistics", "web.nav.statistics", "chart-column", Action.READ_STATISTICS),
            new Place("/watch", "web.nav.watch", "shield-check", Action.WATCH),
            new Place("/audit", "web.nav.audit", "eye", Action.READ_AUDIT),
            new Place("/officers", "web.nav.officers", "users", Action.READ_OFFICERS),
            new Place("/systems", "web.nav.systems", "plug", Action.KEEP_OFFICERS),
            new Place("/operations", "web.nav.operations", "radio", Action.READ_OPERATIONS));

    private final AccessRules rules;
    private final List<NavigationCount> counts;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Navigation(AccessRules rules, List<NavigationCount> counts, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.rules = rules;
        this.counts = counts;
        this.mappings = mappings;
    }

    List<NavigationEntry> entries(@Nullable Officer officer, String at) {
        if (officer == null) {
            return List.of();
        }
        return places(officer).stream()
                .map(place -> new NavigationEntry(
                        place.path(), place.key(), place.icon(), waiting(place, officer), within(at, place.path())))
                .toList();
    }

    /// Where this officer begins: the first place of their role that this node has.
    String entryPage(Officer officer) {
        return preferred(officer)
                .flatMap(path -> places(officer).stream()
                        .map(Place::path)
                        .filter(path::equals)
                        .findFirst())
                .or(() -> places(officer).stream().map(Place::path).findFirst())
                .orElse("/me");
    }

    boolean exists(String path) {
        return paths().contains(path);
    }

    private static Optional<String> preferred(Officer officer) {
        return officer.roles().stream()
                .sorted()
                .map(role -> switch (role) {
                    case DUTY, SUPERVISOR -> "/desk";
                    case INVESTIGATOR -> "/cases";
                    case CONSULAR, CASE_WORKER -> "/assistance";
                    case ANALYST -> "/reports";
                    case AUDITOR -> "/audit";
                    case OPERATOR -> "/operations";
                })
                .findFirst()
                .map(path -> officer.is(Role.DUTY) ? "/desk" : path);
    }

    private List<Place> places(Officer officer) {
        var existing = paths();
        return PLACES.stream()
                .filter(place -> existing.contains(place.path()))
                .filter(place -> rules.mayOpen(officer, place.action()))
                .toList();
    }

    private Set<String> paths() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet());
    }

    private int waiting(Place place, Officer officer) {
        return counts.stream()
                .filter(count -> count.path().equals(place.path()))
                .mapToInt(count -> count.count(officer))
                .sum();
    }

    private static boolean within(String at, String path) {
        return at.equals(path) || at.startsWith(path + "/");
    }
}
