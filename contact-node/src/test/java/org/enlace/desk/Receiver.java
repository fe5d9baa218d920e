package org.enlace.desk;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.directory.PrivateFiles;
import org.enlace.scratch.Scratch;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// A system of a ministry that is told of changes: checks signatures as Standard Webhooks has them, and
/// answers as it is told to.
final class Receiver implements AutoCloseable {
    static final String NOW = "whsec_"
            + Base64.getEncoder()
                    .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    static final String BEFORE = "whsec_"
            + Base64.getEncoder()
                    .encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));

    record Told(String id, String timestamp, String signature, String body) {
        boolean isSignedBy(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var sum = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return Arrays.asList(signature.split(" ", -1))
                        .contains("v1," + Base64.getEncoder().encodeToString(sum));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpsServer server;

    Receiver(IntSupplier answer) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer.getAsInt(), -1);
            exchange.close();
        });
    }

    /// The settings of a node that tells it.
    ///
    /// @param network where the node's certificates lie
    List<String> settings(Path network, String name, String officer) {
        var identity = network.resolve("PA").resolve("console.pem").toUri().toString();
        var bundle = SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(identity).withPrivateKey(identity), null));
        server.setHttpsConfigurator(new HttpsConfigurator(bundle.createSslContext()));
        server.start();
        var at = "enlace.webhooks." + name + ".";
        return List.of(
                at + "url=https://localhost:" + server.getAddress().getPort() + "/enlace",
                at + "officer=" + officer,
                at + "secret-file=" + secret(NOW),
                at + "former-secret-file=" + secret(BEFORE),
                at + "inside=localhost",
                at + "trust=" + network.resolve("ca.pem"));
    }

    List<Told> told() {
        return told;
    }

    static Path secret(String text) {
        try {
            var file = Scratch.file("webhook", ".secret");
            Files.delete(file);
            PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
