package org.enlace.deploy.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.enlace.deploy.client.NodeClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Looks at a desk as an open screen does: when the stream rings, it asks for the list, and notes when it first
/// saw each message there. The list shows what came first first, so it reads on from the page before the last
/// that it knows: what came in the same moment may be put before what is there.
final class DeskWatch implements AutoCloseable {
    private final NodeClient client;
    private final InputStream stream;
    private final Semaphore rung = new Semaphore(1);
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable Exception failure;
    private int page;

    private DeskWatch(NodeClient client, InputStream stream) {
        this.client = client;
        this.stream = stream;
    }

    static DeskWatch open(NodeClient client) throws IOException {
        DeskWatch watch = new DeskWatch(client, client.deskStream());
        Thread.ofVirtual().start(watch::listen);
        Thread.ofVirtual().start(watch::look);
        return watch;
    }

    /// `System.nanoTime` when each message was first seen.
    ///
    /// @throws IllegalStateException if it cannot look any more
    Map<String, Long> seen() {
        if (failure != null) {
            throw new IllegalStateException("The desk cannot be watched any more", failure);
        }
        return seen;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
        rung.release();
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:") && !line.endsWith("beat")) {
                    rung.release();
                }
            }
            failed(new IOException("The node ended the stream of its desk"));
        } catch (IOException e) {
            failed(e);
        }
    }

    private void look() {
        try {
            while (!closed) {
                if (rung.tryAcquire(5, TimeUnit.SECONDS)) {
                    rung.drainPermits();
                    read();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Exception why) {
        if (!closed) {
            failure = why;
        }
    }

    private void read() throws IOException {
        page = Math.max(0, page - 1);
        boolean more = true;
        while (more) {
            JsonNode list = client.get("/api/v1/desk/items?page=" + page);
            long now = System.nanoTime();
            for (JsonNode item : list.path("items")) {
                seen.putIfAbsent(item.path("message").asString(), now);
            }
            more = list.path("more").asBoolean();
            if (more) {
                page++;
            }
        }
    }
}
