package org.enlace.deploy.demo;

import java.io.PrintStream;
import java.util.Locale;

/// Tells the person who waits what is being done and how long it took.
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String what, Runnable work) {
        out.println(what + " ...");
        long begin = System.nanoTime();
        work.run();
        out.println(String.format(Locale.ROOT, "  done in %.1f s", (System.nanoTime() - begin) / 1e9));
    }

    void note(String what) {
        out.println("  " + what);
    }
}
