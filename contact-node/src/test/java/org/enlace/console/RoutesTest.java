package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.compose.DeskNode;
import org.enlace.console.Routes.Route;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Every route of a whole node, tried by nobody and by every role, with and without what a form of ours carries. What
/// the table of permissions says is what happens.
class RoutesTest {
    private static final DeskNode.Running node = DeskNode.start("enlace.api.port=0");
    private static final Routes routes = Routes.of(node);
    /// Answers like every failure to sign in.
    private static final String BACK_FROM_THE_MINISTRY = "GET /sign-in/ministry/callback";

    private static final Set<String> OPEN = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-in/passkey",
            "POST /sign-in/passkey/options",
            "POST /sign-in/ministry",
            BACK_FROM_THE_MINISTRY,
            "POST /sign-in/ministry/code",
            "GET /set-up",
            "POST /set-up",
            "POST /look");

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void everyPartOfTheNodeIsAmongThem() {
        assertThat(routes.all().stream().map(Route::toString).toList())
                .hasSizeGreaterThan(45)
                .contains(
                        "GET /desk",
                        "POST /desk/items/{id}/acknowledge",
                        "GET /cases/{reference}",
                        "POST /drafts",
                        "POST /api/v1/messages",
                        "GET /operations/quarantine/{id}",
                        "POST /operations/alarms/{id}/done",
                        "GET /directory",
                        "GET /audit",
                        "POST /me/password");
    }

    @Test
    void onlyTheListedRoutesAreOpenToAnyone() {
        assertThat(routes.all().stream()
                        .filter(route -> route.action() == Action.ENTER)
                        .map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void nobodyWhoIsNotSignedInGetsThroughExceptWhereItIsListed() {
        for (var route : routes.all()) {
            var visitor = new Browser(node.port());
            var token = Browser.token(visitor.get("/sign-in").body());
            int without = routes.send(visitor, route, null);
            int with = routes.send(visitor, route, token);
            if (route.api()) {
                assertThat(List.of(without, with)).as(route.toString()).containsOnly(401);
            } else if (route.reads()) {
                int open = route.toString().equals(BACK_FROM_THE_MINISTRY) ? 422 : 200;
                assertThat(without).as(route.toString()).isEqualTo(route.action() == Action.ENTER ? open : 303);
            } else {
                assertThat(without).as(route + " without a token").isEqualTo(403);
                if (route.action() == Action.ENTER) {
                    assertThat(with).as(route.toString()).isNotIn(401, 403).isLessThan(500);
                } else {
                    assertThat(with).as(route + " with the token of a visit").isEqualTo(401);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleReachesWhatItsPermissionsNameAndNothingElse(Role role) {
        var program = node.program(role);
        var browser = node.browser(role);
        for (var route : routes.all()) {
            var token = route.api() ? null : token(browser);
            if (token == null && !route.api()) {
                // The route before has ended the session.
                browser = node.browser(role);
                token = token(browser);
            }
            int answer = routes.send(route.api() ? program : browser, route, token);
            if (route.action() == Action.ENTER || role.permits(route.action())) {
                assertThat(answer).as(role + " " + route).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(answer).as(role + " " + route).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUPERVISOR"})
    void aSystemReachesWhatItsRolesNameAndSystemsMayAndNoPage(Role role) {
        var systems = new RegisteredSystems(node.context());
        var keys = SystemKeys.at(node.clock().instant());
        systems.add(keys, "", role);
        var rules = node.bean(AccessRules.class);
        try (var program = systems.program(keys)) {
            // A page answers a system without looking who it is.
            var asked = routes.all().stream().filter(route -> route.api() || role == Role.DUTY);
            for (var route : asked.toList()) {
                int answer = program.status(route);
                if (!route.api()) {
                    assertThat(answer).as(role + " " + route).isEqualTo(404);
                } else if (role.permits(route.action()) && rules.isOfSystems(route.action())) {
                    assertThat(answer).as(role + " " + route).isNotEqualTo(401).isLessThan(500);
                } else {
                    assertThat(answer).as(role + " " + route).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void noChangeIsMadeWithoutTheTokenOfTheForm() {
        var browsers = new EnumMap<Role, Browser>(Role.class);
        for (var route : routes.changesOnPages()) {
            var browser = browsers.computeIfAbsent(permitted(route), node::browser);
            assertThat(routes.send(browser, route, null)).as(route.toString()).isEqualTo(403);
            assertThat(routes.send(browser, route, "x".repeat(64)))
                    .as(route + " with an invented token")
                    .isEqualTo(403);
            assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void noChangeIsMadeForAnotherSiteEvenWithTheToken() {
        for (var header : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site")) {
            var name = header.substring(0, header.indexOf(':'));
            var value = header.substring(header.indexOf(':') + 2);
            var tokens = new EnumMap<Role, String>(Role.class);
            var browsers = new EnumMap<Role, Browser>(Role.class);
            for (var route : routes.all()) {
                if (!route.reads()) {
                    var role = permitted(route);
                    var browser = browsers.computeIfAbsent(role, node::browser);
                    var token = tokens.computeIfAbsent(
                            role, _ -> Browser.token(browser.get("/me").body()));
                    var sender = route.api() ? node.program(role) : browser;
                    assertThat(routes.send(sender.always(name, value), route, route.api() ? null : token))
                            .as(route + " with " + header)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void aSessionOpensNothingOfTheApiAndAPasswordNoPage() {
        var browser = node.browser(Role.OPERATOR);
        var program = node.program(Role.OPERATOR);
        for (var route : routes.all()) {
            if (route.api()) {
                assertThat(routes.send(browser, route, null))
                        .as(route.toString())
                        .isEqualTo(401);
            } else if (route.reads() && route.action() != Action.ENTER) {
                assertThat(routes.send(program, route, null))
                        .as(route.toString())
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void everyActIsOfSomeRouteOrDecidedInsideOne() {
        var inside = EnumSet.of(
                Action.ENTER,
                Action.READ_IDENTITY,
                Action.READ_PROTECTION,
                Action.READ_POLICE,
                Action.WRITE_ALERT,
                Action.WRITE_INFORMATION,
                Action.WRITE_ASSISTANCE,
                Action.VERIFY_IDENTITY,
                Action.WRITE_PERMISSION,
                Action.CORROBORATE,
                Action.PROPOSE,
                Action.WRITE_REPORT);
        var named = routes.all().stream().map(Route::action).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(inside)).allMatch(named::contains);
    }

    @Test
    void aHandlerThatForgetsToSayWhichActItIsStopsTheStart() {
        assertThatThrownBy(() -> ConsoleUnderTest.start("spring.main.sources=" + Forgotten.class.getName()))
                .hasMessageContaining("No @Access on")
                .hasMessageContaining("forgotten");
    }

    @Configuration(proxyBeanMethods = false)
    static class Forgotten {
        @Controller
        static class Pages {
            @GetMapping("/forgotten")
            void forgotten() {}
        }
    }

    /// Of a form on a page that every officer opens; null once the session has ended.
    private static @Nullable String token(Browser browser) {
        var page = browser.get("/me");
        return page.statusCode() == 200 ? Browser.token(page.body()) : null;
    }

    /// A role that may do it, so that only what is missing can be the reason for the refusal.
    private static Role permitted(Route route) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> route.action() == Action.ENTER || role.permits(route.action()))
                .findFirst()
                .orElseThrow();
    }
}
