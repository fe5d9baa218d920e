package org.enlace.arch.broken.lifecycle;

import java.util.concurrent.ExecutorService;

final class UsesAnExecutor {
    void escalate(ExecutorService executor) {
        executor.execute(() -> {});
    }
}
