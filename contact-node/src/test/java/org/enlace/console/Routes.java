package org.enlace.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.compose.DeskNode;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route that a running node has; the page of errors answers only what already went wrong and is none.
public final class Routes {
    /// What stands in the place of a variable: well formed, and nothing that exists.
    private static final Map<String, String> NOTHING =
            Map.of("{reference}", "GT-2026-ZZZZZZ", "{code}", "QQ", "{kind}", "nothing");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    public static Routes of(DeskNode.Running node) {
        var routes = new ArrayList<Route>();
        node.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((route, handler) -> {
            var access = Objects.requireNonNull(handler.getMethodAnnotation(Access.class));
            for (var path : route.getPatternValues()) {
                for (var method : route.getMethodsCondition().getMethods()) {
                    routes.add(new Route(method.name(), path, access.value()));
                }
            }
        });
        return new Routes(routes);
    }

    public List<Route> all() {
        return all;
    }

    List<Route> changesOnPages() {
        return all.stream().filter(route -> !route.api() && !route.reads()).toList();
    }

    /// The status alone; a stream of events is left as soon as it has begun.
    ///
    /// @param token of the form, or null for a request without one
    int send(Browser browser, Route route, @Nullable String token) {
        var request = browser.request(route.address());
        if (route.api()) {
            request.header("Content-Type", "application/json")
                    .method(route.method(), route.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(
                            route.method(),
                            route.reads() || token == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString("_token=" + token));
        }
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(route.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// @param path with its variables, as the handler has it
    public record Route(String method, String path, Action action) {
        public boolean api() {
            return path.startsWith("/api/");
        }

        public boolean reads() {
            return method.equals("GET");
        }

        String address() {
            var address = path;
            for (var variable : NOTHING.entrySet()) {
                address = address.replace(variable.getKey(), variable.getValue());
            }
            return address.replaceAll("\\{[a-zA-Z]+}", "0198c2f0-0000-7000-8000-000000000000");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
