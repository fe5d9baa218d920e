package org.enlace.deploy.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One officer's API client and console session at one node.
public final class NodeClient {
    /// As long as a node holds back what a partner may have taken back meanwhile.
    private static final Duration CATCHING_UP_MAX = Duration.ofMinutes(2).plusSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\"[^>]*value=\"([^\"]+)\"");

    private final URI address;
    private final String username;
    private final String password;
    private final HttpClient http;

    /// @param authority certificate of who vouches for the node's console, PEM
    public NodeClient(URI address, String username, String password, Path authority) {
        this.address = address;
        this.username = username;
        this.password = password;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Trust.in(authority))
                .cookieHandler(new CookieManager())
                .connectTimeout(ANSWER_MAX)
                .build();
    }

    /// @return id of the message, once the node has accepted it
    /// @throws IOException if it did not
    public String send(byte[] message) throws IOException {
        return send(message, UUID.randomUUID().toString());
    }

    /// @param key names this request: the same key with the same message sends nothing more
    public String send(byte[] message, String key) throws IOException {
        HttpResponse<byte[]> answer = exchange(api("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build());
        // 202: it waits for a second person.
        return read(answer, answer.statusCode() == 202 ? 202 : 201)
                .path("message")
                .asString();
    }

    /// An act that needs no words.
    public JsonNode act(String path) throws IOException {
        return read(exchange(api(path).POST(HttpRequest.BodyPublishers.noBody()).build()), 200);
    }

    /// Makes something new.
    public JsonNode add(String path, JsonNode what) throws IOException {
        return read(
                exchange(api(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                JsonMapper.shared().writeValueAsBytes(what)))
                        .build()),
                201);
    }

    /// Asks again while the node is taking in what waited for it.
    public JsonNode get(String path) throws IOException {
        long end = System.nanoTime() + CATCHING_UP_MAX.toNanos();
        HttpResponse<byte[]> answer = exchange(api(path).GET().build());
        while (isCatchingUp(answer) && System.nanoTime() < end) {
            pause();
            answer = exchange(api(path).GET().build());
        }
        return read(answer, 200);
    }

    private static boolean isCatchingUp(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 503
                && new String(answer.body(), StandardCharsets.UTF_8).contains("urn:enlace:problem:catching-up");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the node takes in what waited for it", e);
        }
    }

    /// Signs in to the console and listens to its desk until the stream is closed.
    public InputStream deskStream() throws IOException {
        HttpResponse<byte[]> form = exchange(page("/sign-in").GET().build());
        Matcher token = TOKEN.matcher(new String(form.body(), StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new IOException("The sign-in page has no form");
        }
        String fields = "_token=" + encode(token.group(1)) + "&username=" + encode(username) + "&password="
                + encode(password) + "&back=" + encode("/");
        HttpResponse<byte[]> entered = exchange(page("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.toString())
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
        if (entered.statusCode() / 100 != 3) {
            throw new IOException("Signing in to the console was answered with " + entered.statusCode());
        }
        HttpResponse<InputStream> stream = exchange(
                HttpRequest.newBuilder(address.resolve("/desk/stream"))
                        .header("Accept", "text/event-stream")
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        if (stream.statusCode() != 200) {
            throw new IOException("The desk's stream was answered with " + stream.statusCode());
        }
        return stream.body();
    }

    private HttpRequest.Builder api(String path) {
        String credentials = username + ":" + password;
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Accept", "application/json, application/problem+json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        return exchange(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the node answered", e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> answer, int wanted) throws IOException {
        if (answer.statusCode() != wanted) {
            throw new IOException(answer.request().uri().getPath() + " was answered with " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
