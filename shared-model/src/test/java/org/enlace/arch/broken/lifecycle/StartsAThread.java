package org.enlace.arch.broken.lifecycle;

final class StartsAThread {
    void escalate() {
        Thread.startVirtualThread(() -> {});
    }
}
