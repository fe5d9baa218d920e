package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// A process that the demo started.
///
/// @param name `broker-1`, `GT` or `postgres`
/// @param startedAt as the operating system says, so that another process with the same number is never taken for ours
/// @param program last part of the program's path
record Running(String name, long pid, Instant startedAt, String program, Path log) {
    /// The operating system counts from the machine's own start, which a corrected clock shifts.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final Duration WRAPPERS_MAX = Duration.ofSeconds(10);

    /// Starts a process that writes into a log.
    ///
    /// @param program last part of the path of what will run once its wrappers have made room for it
    static Running start(String name, String program, List<String> command, Path folder, Path log) {
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return of(name, program, process.toHandle(), log);
        } catch (IOException e) {
            throw new Stop("\"" + command.getFirst() + "\" could not be started.", e);
        }
    }

    static Running of(String name, String program, ProcessHandle process, Path log) {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Running running = new Running(name, process.pid(), started, program, log);
        long end = System.nanoTime() + WRAPPERS_MAX.toNanos();
        while (process.isAlive() && !running.isUp() && System.nanoTime() < end) {
            Readiness.pause();
        }
        return running;
    }

    /// The process, if it is up and is ours.
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    boolean isUp() {
        return process().isPresent();
    }

    /// Asks it to end, and ends it if it has not after the time given. A process that is not ours is left alone.
    void end(Duration patience) {
        process().ifPresent(process -> {
            process.destroy();
            try {
                process.onExit()
                        .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                process.destroyForcibly();
                process.onExit().join();
            }
        });
    }

    private boolean isOurs(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.MIN);
        String found = process.info().command().map(Running::lastPart).orElse("");
        return found.equals(program)
                && Duration.between(startedAt, started).abs().compareTo(TOLERANCE) < 0;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
