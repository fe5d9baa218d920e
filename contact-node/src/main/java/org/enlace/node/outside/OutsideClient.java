package org.enlace.node.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Asks a server outside. It goes where [Fence] lets it, follows no redirection, keeps no cookie, asks once,
/// and reads no more than it was told to.
public final class OutsideClient implements AutoCloseable {
    private static final Timeout CONNECT_MAX = Timeout.ofSeconds(5);
    private static final Timeout SILENT_MAX = Timeout.ofSeconds(10);

    /// A server that sends a byte now and then holds nobody up for longer.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    /// @param body as UTF-8, not longer than was asked for
    public record Answer(int status, String body) {}

    /// The answer is longer, or takes longer, than is read.
    public static final class TooMuch extends IOException {
        TooMuch(String what) {
            super(what);
        }
    }

    private final CloseableHttpClient client;

    /// @param inside hosts that may lead to any address
    /// @param trust PEM: certificates that servers are trusted by; without it those of Java
    public OutsideClient(Set<String> inside, @Nullable Path trust) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Fence(inside))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_MAX)
                        .setSocketTimeout(SILENT_MAX)
                        .build());
        if (trust != null) {
            var location = trust.toAbsolutePath().toUri().toString();
            var bundle = SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(location)));
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(bundle.createSslContext()));
        }
        this.client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENT_MAX).build())
                .setUserAgent("enlace")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /// Hands something over; what the server says to it is not read.
    ///
    /// @return why it did not go; empty if it was taken
    public Optional<Undelivered> deliver(ClassicHttpRequest request) {
        try {
            int status = client.execute(request, ClassicHttpResponse::getCode);
            return status / 100 == 2
                    ? Optional.empty()
                    : Optional.of(status / 100 == 3 ? Undelivered.REDIRECTED : Undelivered.NOT_TAKEN);
        } catch (Fence.NotAllowed e) {
            return Optional.of(Undelivered.ADDRESS_NOT_ALLOWED);
        } catch (SSLException e) {
            return Optional.of(Undelivered.NO_TLS);
        } catch (IOException e) {
            return Optional.of(Undelivered.NO_CONNECTION);
        }
    }

    /// @param bytesMax of the body
    /// @throws TooMuch if the server says more
    public Answer ask(HttpUriRequestBase request, int bytesMax) throws IOException {
        return client.execute(request, answer -> {
            var entity = answer.getEntity();
            if (entity == null) {
                return new Answer(answer.getCode(), "");
            }
            try (var body = entity.getContent()) {
                return new Answer(answer.getCode(), read(request, body, bytesMax));
            }
        });
    }

    private static String read(HttpUriRequestBase request, InputStream body, int bytesMax) throws IOException {
        var until = System.nanoTime() + ANSWER_MAX.toNanos();
        var read = new ByteArrayOutputStream();
        var piece = new byte[8192];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            read.write(piece, 0, n);
            if (read.size() > bytesMax || System.nanoTime() - until > 0) {
                // Or closing the stream would read the rest.
                request.cancel();
                throw new TooMuch(
                        "The answer is longer than " + bytesMax + " bytes or takes longer than " + ANSWER_MAX);
            }
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
