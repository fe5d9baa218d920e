package org.enlace.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// A browser's visit to the identity provider: its sign-in page is filled in, and its cookies are kept.
final class ProviderVisit {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /// Cookies are of a visit, connections of nobody.
    private static final Map<Path, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private final Map<String, String> cookies = new HashMap<>();
    private final HttpClient client;

    ProviderVisit(Path authority) {
        this.client = CLIENTS.computeIfAbsent(authority, ProviderVisit::client);
    }

    private static HttpClient client(Path authority) {
        var trust = PemSslStoreDetails.forCertificate(authority.toUri().toString());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(SslBundle.of(new PemSslStoreBundle(null, trust)).createSslContext())
                .build();
    }

    /// @param address to which the console has sent the browser
    /// @return where the provider leads back to
    URI signIn(String address, String username) {
        var asked = send(request(URI.create(address)));
        var login = asked.uri().resolve(location(asked));
        if (!login.getPath().equals("/login")) {
            return login;
        }
        var form = send(request(login)).body();
        var token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IllegalStateException("The provider shows no form");
        }
        var fields = Map.of("username", username, "password", MinistryProvider.PASSWORD, "_csrf", token.group(1));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var met = send(request(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        return URI.create(location(send(request(login.resolve(location(met))))));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(
                        "The provider leads nowhere: " + answer.statusCode() + " " + answer.body()));
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
