package org.enlace.client;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes a method with [Call] a request, and its answer what the method returns. What only reads or carries a key is
/// tried again when the connection breaks, as often as a node may need to come back.
final class Exchange implements InvocationHandler {
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI node;
    private final HttpClient http;
    private final Credentials credentials;

    Exchange(URI node, HttpClient http, Credentials credentials) {
        this.node = node;
        this.http = http;
        this.credentials = credentials;
    }

    <T> T calls(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, this));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        var arguments = given == null ? new @Nullable Object[0] : given;
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        var call = method.getAnnotation(Call.class);
        if (call == null) {
            throw new UnsupportedOperationException(method.getName());
        }
        var left = new ArrayDeque<>();
        for (var argument : arguments) {
            left.add(argument == null ? "" : argument);
        }
        return answer(method, call, ask(call, left));
    }

    /// @param arguments an empty text stands for what is left out
    private HttpResponse<byte[]> ask(Call call, Deque<Object> arguments) {
        var key = switch (call.key()) {
            case NONE -> "";
            case MADE -> UUID.randomUUID().toString();
            case GIVEN -> arguments.removeFirst().toString();
        };
        var verb = call.value().substring(0, call.value().indexOf(' '));
        var template = call.value().substring(verb.length() + 1);
        var query = template.indexOf('?');
        var path = VARIABLE.matcher(query < 0 ? template : template.substring(0, query))
                .replaceAll((MatchResult _) -> encoded(arguments.removeFirst()));
        var address = new StringBuilder(path);
        if (query >= 0) {
            for (var name : template.substring(query + 1).split("&", -1)) {
                var value = encoded(arguments.removeFirst());
                if (!value.isEmpty()) {
                    address.append(address.indexOf("?") < 0 ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
        }
        var request = HttpRequest.newBuilder(node.resolve(address.toString()))
                .timeout(ANSWER_MAX)
                .header("Accept", call.accept() + ", application/problem+json");
        credentials.on(request);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(
                call, request.method(verb, body(arguments.pollFirst(), request)).build());
    }

    private static HttpRequest.BodyPublisher body(@Nullable Object body, HttpRequest.Builder request) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            request.header("Content-Type", "application/octet-stream");
            return BodyPublishers.ofByteArray(bytes);
        }
        request.header("Content-Type", "application/json");
        return BodyPublishers.ofByteArray(StrictJson.write(body));
    }

    private HttpResponse<byte[]> send(Call call, HttpRequest request) {
        var safe = call.key() != Call.Key.NONE || request.method().equals("GET");
        for (var tried = 1; ; tried++) {
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (!safe || tried == TRIES) {
                    throw new NodeUnreachable(call.value(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NodeUnreachable(call.value(), e);
            }
        }
    }

    private static @Nullable Object answer(Method method, Call call, HttpResponse<byte[]> answer)
            throws MalformedMessage {
        if (answer.statusCode() / 100 != 2) {
            var wait = answer.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            throw new ProblemAnswered(
                    call.value(), StrictJson.readExactly(ProblemAnswered.Body.class, answer.body()), wait.orElse(null));
        }
        if (method.getReturnType() == void.class) {
            return null;
        }
        if (method.getReturnType() == byte[].class) {
            return answer.body();
        }
        return method.getGenericReturnType() instanceof ParameterizedType list
                ? rows((Class<?>) list.getActualTypeArguments()[0], answer.body())
                : StrictJson.readExactly(method.getReturnType(), answer.body());
    }

    private static Object rows(Class<?> kind, byte[] json) throws MalformedMessage {
        var rows = new ArrayList<Object>();
        for (var row : JSON.readTree(json)) {
            rows.add(StrictJson.readExactly(kind, JSON.writeValueAsBytes(row)));
        }
        return rows;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
