package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();
    private static final Set<String> OPEN = Set.of("GET /sign-in", "POST /sign-in", "POST /look");

    private record Route(String method, String path, Action action) {
        boolean api() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void nobodyWhoIsNotSignedInGetsThroughExceptWhereItIsListed() {
        for (var route : routes()) {
            var answer = send(console.browser(), route);
            if (OPEN.contains(route.toString())) {
                assertThat(answer).as(route.toString()).isIn(200, 403);
            } else if (route.api()) {
                assertThat(answer).as(route.toString()).isEqualTo(401);
            } else {
                assertThat(answer).as(route.toString()).isIn(303, 401, 403);
            }
        }
    }

    @Test
    void onlyTheListedRoutesAreOpenToAnyone() {
        assertThat(routes().stream()
                        .filter(route -> route.action() == Action.ENTER)
                        .map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void eachRoleReachesWhatItsPermissionsNameAndNothingElse() {
        for (var role : Role.values()) {
            var browser = console.browser().signIn(role);
            for (var route : routes()) {
                if (!route.api() && route.method().equals("GET")) {
                    var answer = send(browser, route);
                    if (route.action() == Action.ENTER || role.permits(route.action())) {
                        assertThat(answer).as(role + " " + route).isNotIn(401, 403);
                    } else {
                        assertThat(answer).as(role + " " + route).isEqualTo(403);
                    }
                }
            }
        }
    }

    @Test
    void noChangeIsMadeWithoutTheTokenOfTheForm() {
        var browser = console.browser().signIn(Role.DUTY);
        for (var route : routes()) {
            if (!route.api() && !route.method().equals("GET")) {
                assertThat(send(browser, route)).as(route.toString()).isEqualTo(403);
            }
        }
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
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

    private static int send(Browser browser, Route route) {
        var request = browser.request(route.path()).method(route.method(), BodyPublishers.ofString(""));
        return browser.send(request).statusCode();
    }

    /// Every route of the console; the page of errors answers only what already went wrong.
    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        console.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((route, handler) -> {
            var access = Objects.requireNonNull(handler.getMethodAnnotation(Access.class));
            for (var path : route.getPatternValues()) {
                for (var method : route.getMethodsCondition().getMethods()) {
                    routes.add(new Route(method.name(), path, access.value()));
                }
            }
        });
        assertThat(routes).hasSizeGreaterThan(8);
        return routes;
    }
}
