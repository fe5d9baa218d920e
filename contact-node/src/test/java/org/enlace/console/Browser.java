package org.enlace.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.node.access.Role;

/// Asks as a browser would, keeps cookies, and follows no redirect by itself.
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private String host = "127.0.0.1";
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    public Browser(int port) {
        this.port = port;
    }

    /// @param port of a console on this machine
    public static Browser at(int port) {
        return new Browser(port);
    }

    /// Asks for the console by this name from now on.
    public Browser named(String name) {
        host = name;
        return this;
    }

    /// Sends this with every request from now on.
    public Browser always(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public void forget(String cookie) {
        cookies.remove(cookie);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /// Posts a form with the token of the page it stands on.
    ///
    /// @param fields name, value, name, value
    public HttpResponse<String> submit(String page, String path, String... fields) {
        return post(path, form(page, fields));
    }

    /// The same, where the answer is a file.
    public HttpResponse<byte[]> download(String page, String path, String... fields) {
        return send(posting(path, form(page, fields)), BodyHandlers.ofByteArray());
    }

    private Map<String, String> form(String page, String... fields) {
        var form = new LinkedHashMap<String, String>();
        form.put("_token", token(get(page).body()));
        for (var i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(posting(path, form));
    }

    private HttpRequest.Builder posting(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(String method, String path, String type, String body) {
        return send(request(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> read) {
        try {
            var response = CLIENT.send(request.build(), read);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public Browser signIn(Role role) {
        var response = signIn(Team.name(role), Team.PASSWORD);
        if (response.statusCode() != 303) {
            throw new IllegalStateException("Signing in as " + role + " gave " + response.statusCode());
        }
        return this;
    }

    public HttpResponse<String> signIn(String username, String password) {
        return submit("/sign-in", "/sign-in", "username", username, "password", password);
    }

    public static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The page holds no form token");
        }
        return found.group(1).replace("&#61;", "=").replace("&#34;", "\"");
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.contains(";") ? cookie.indexOf(';') : cookie.length())
                .split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
