package org.enlace.deploy.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.enlace.deploy.client.NodeClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Acknowledges what is on a desk, page after page, until it is closed.
final class DeskClerk implements AutoCloseable {
    private static final int HANDS = 4;

    private final NodeClient desk;
    private final ExecutorService hands =
            Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory());
    private volatile boolean closed;
    private volatile boolean nothingLeft;
    private volatile @Nullable Exception failure;

    private DeskClerk(NodeClient desk) {
        this.desk = desk;
    }

    static DeskClerk at(NodeClient desk) {
        DeskClerk clerk = new DeskClerk(desk);
        Thread.ofVirtual().start(clerk::work);
        return clerk;
    }

    /// Whether the desk was empty when it was last looked at.
    ///
    /// @throws IllegalStateException if nobody works on it any more
    boolean hasNothingLeft() {
        if (failure != null) {
            throw new IllegalStateException("Nobody acknowledges what is on the desk", failure);
        }
        return nothingLeft;
    }

    /// Lets what was begun end.
    @Override
    public void close() {
        closed = true;
        hands.close();
    }

    private void work() {
        try {
            while (!closed) {
                nothingLeft = !clearPage();
                if (nothingLeft) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | RuntimeException e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    /// @return whether there was anything
    private boolean clearPage() throws IOException, ExecutionException, InterruptedException {
        List<Future<JsonNode>> each = new ArrayList<>();
        for (JsonNode item : desk.get("/api/v1/desk/items?view=ack").path("items")) {
            String path = "/api/v1/desk/items/" + item.path("id").asString() + "/acknowledge";
            each.add(hands.submit(() -> desk.act(path)));
        }
        for (Future<JsonNode> one : each) {
            one.get();
        }
        return !each.isEmpty();
    }
}
