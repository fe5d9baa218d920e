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

    /// Each console with who may sign in there.
    void doors(Layout layout, List<SignIn> signIns) {
        line("%-6s %-26s %-14s %s", "", "console", "name", "password");
        for (NodeId node : layout.nodes()) {
            String address = layout.address(node);
            String code = node.value();
            for (SignIn signIn : signIns) {
                if (signIn.node().equals(node)) {
                    line("%-6s %-26s %-14s %s", code, address, signIn.username(), signIn.password());
                    code = "";
                    address = "";
                }
            }
        }
    }

    /// @param played whether the exercise has left something on the desks
    void firstSteps(Layout layout, boolean played) {
        NodeId sender = layout.nodes().getFirst();
        NodeId desk = layout.nodes().get(Math.min(1, layout.nodes().size() - 1));
        if (sender.equals(desk)) {
            say("First: open " + layout.address(sender) + " and sign in as \"duty\". Nobody answers " + sender
                    + " here; deploy/demo reset, then deploy/demo up --nodes " + sender + ",... gives it partners.");
        } else if (played) {
            say("First: open " + layout.address(desk) + " and sign in as \"duty\" of " + desk
                    + ". The immediate alert is at the top of the desk with its clock running: choose it, then"
                    + " Acknowledge.");
            say("Then, in a private window: open " + layout.address(sender) + ", sign in as \"investigator\" of "
                    + sender + " and choose Alerts: the alert says who acknowledged it and when. Write your own to "
                    + desk
                    + ": if it is immediate it appears on the desk by itself; any other waits until \"supervisor\" of "
                    + sender + " has released it.");
            say("As \"duty\" of " + sender + " you find a request for help that waits there.");
        } else {
            say("First: open " + layout.address(desk) + ", sign in as \"duty\" of " + desk
                    + " and leave the desk open.");
            say("Then, in a private window: open " + layout.address(sender) + ", sign in as \"investigator\" of "
                    + sender + ", choose Alerts, write an immediate one to " + desk
                    + " and send it. It appears on the desk.");
        }
        say(
                "The browser will warn: this demo's certificates come from its own authority, network/ca.pem in its folder.");
        say("deploy/demo status says what runs where; deploy/demo down stops everything; the network outlives this"
                + " terminal.");
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
