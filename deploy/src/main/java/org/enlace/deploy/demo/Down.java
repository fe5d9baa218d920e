package org.enlace.deploy.demo;

import java.time.Duration;
import java.util.List;

/// Ends the processes of a demo: nodes, then brokers, then the database. Only those that it started itself.
final class Down {
    /// Whoever rehearses a start also writes down at its end what makes later ones quick.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoFolder folder;

    Down(DemoFolder folder) {
        this.folder = folder;
    }

    /// @return how many were running
    int run() {
        List<Running> running =
                folder.processes().stream().filter(Running::isUp).toList();
        endTogether(running.stream()
                .filter(process -> !isBroker(process) && !isDatabase(process))
                .toList());
        endTogether(running.stream().filter(Down::isBroker).toList());
        endTogether(running.stream().filter(Down::isDatabase).toList());
        if (folder.exists()) {
            folder.forgetProcesses();
        }
        return running.size();
    }

    /// For a rehearsal, which has nothing to lose.
    void runAtOnce() {
        endTogether(folder.processes());
    }

    private static void endTogether(List<Running> processes) {
        List<Thread> ending = processes.stream()
                .map(process -> Thread.startVirtualThread(() -> process.end(PATIENCE)))
                .toList();
        for (Thread thread : ending) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stop("Interrupted before everything had ended; say deploy/demo down again.", e);
            }
        }
    }

    private static boolean isBroker(Running process) {
        return process.name().startsWith("broker-");
    }

    private static boolean isDatabase(Running process) {
        return process.name().equals(Postgres.NAME);
    }
}
