package org.enlace.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks a node whether it is ready for work.
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /// @throws Stop if the process ended or took too long
    void await(Running node, int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(port)) {
            if (!node.isUp()) {
                throw new Stop(node.name() + " did not start; its log says why: " + node.log());
            }
            if (System.nanoTime() > end) {
                throw new Stop(
                        node.name() + " was not ready after " + PATIENCE.toMinutes() + " minutes; see " + node.log());
            }
            pause();
        }
    }

    boolean isReady(int port) {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }
}
