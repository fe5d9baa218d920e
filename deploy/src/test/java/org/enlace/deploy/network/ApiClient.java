package org.enlace.deploy.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.enlace.deploy.network.DemoNetwork.SignIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that sends what it likes, also what no typed client would ([org.enlace.client.NodeApi]): it speaks to the
/// API of its node, over TLS that trusts the network's authority alone.
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final SignIn signIn;

    ApiClient(Path authority, SignIn signIn) {
        this.http = http(authority);
        this.signIn = signIn;
    }

    /// @throws IOException if the node did not answer, so that nobody knows what became of the request
    public Answer send(String idempotencyKey, String body) throws IOException {
        return exchange(request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// @throws IOException if the node did not answer
    public Answer post(String path, String body) throws IOException {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// @throws IOException if the node did not answer
    public Answer get(String path) throws IOException {
        return exchange(request(path).GET());
    }

    /// All of a file, to a place that was named for it.
    ///
    /// @throws IOException if the node did not answer
    public Answer put(String path, byte[] bytes) throws IOException {
        return exchange(request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path) {
        String credentials = signIn.username() + ":" + signIn.password();
        return HttpRequest.newBuilder(URI.create(signIn.address() + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Trusts the network's authority alone.
    static HttpClient http(Path authority) {
        return HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .connectTimeout(PATIENCE)
                .build();
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "network", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The authority of the demo cannot be trusted", e);
        }
    }

    /// @param body JSON, or a problem
    public record Answer(int status, String body) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}
