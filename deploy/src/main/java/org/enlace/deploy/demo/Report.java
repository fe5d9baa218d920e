package org.enlace.deploy.demo;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.enlace.message.NodeId;

/// Says what runs where and who may sign in, in small tables.
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void parts(Status status) {
        line("%-10s %-8s %-8s %-28s %s", "", "", "pid", "address", "log");
        for (Status.Part part : status.parts()) {
            line(
                    "%-10s %-8s %-8s %-28s %s",
                    part.name(),
                    part.running() ? "running" : "stopped",
                    part.running() ? Long.toString(part.pid()) : "-",
                    part.address(),
                    part.log());
        }
    }

    void signIns(List<SignIn> signIns) {
        line("%-6s %-14s %s", "", "name", "password");
        for (SignIn signIn : signIns) {
            line("%-6s %-14s %s", signIn.node(), signIn.username(), signIn.password());
        }
    }

    void firstSteps(Layout layout) {
        NodeId receiver = layout.nodes().get(1);
        NodeId sender = layout.nodes().get(0);
        say("First: open " + layout.address(receiver) + ", sign in as \"duty\" of " + receiver
                + " and leave the desk open.");
        say("Then, in a private window: open " + layout.address(sender) + ", sign in as \"investigator\" of " + sender
                + ", choose Alerts, write one to " + receiver + " and send it. It appears on the desk.");
        say(
                "The browser will warn: this demo's certificates come from its own authority, network/ca.pem in its folder.");
        say("deploy/demo down stops everything; the network outlives this terminal.");
    }

    void blank() {
        out.println();
    }

    void say(String sentence) {
        out.println(sentence);
    }

    @FormatMethod
    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
