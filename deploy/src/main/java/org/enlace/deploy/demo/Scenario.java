package org.enlace.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.deploy.client.NodeClient;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import tools.jackson.databind.JsonNode;

/// Plays a short, invented case through the nodes' own API, once in the life of a demo, so that each desk has something
/// waiting when a person first looks. Each request has a fixed key: what was interrupted goes on and repeats nothing.
final class Scenario {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoFolder folder;
    private final Directory directory;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, SignIn> signIns;
    private final Layout layout;

    Scenario(DemoFolder folder, Directory directory, List<SignIn> signIns, Progress progress, Clock clock) {
        this.folder = folder;
        this.directory = directory;
        this.progress = progress;
        this.clock = clock;
        this.layout = folder.layout();
        this.signIns = signIns.stream()
                .collect(Collectors.toMap(signIn -> signIn.node() + "/" + signIn.role(), Function.identity()));
    }

    /// How far it has come in this folder.
    private record Played(Instant begun, boolean done) {}

    /// @return whether there is anything to look for on the desks
    /// @throws Stop if it came to a halt; the network stays as it is
    boolean play() {
        if (layout.nodes().size() < 2) {
            progress.note(name(layout.nodes().getFirst()) + " is alone in this demo: there is nobody to write to");
            return false;
        }
        Played played = folder.readIfThere(file(), Played.class).orElseGet(() -> new Played(clock.instant(), false));
        if (played.done()) {
            return true;
        }
        folder.writeJson(file(), played);
        progress.step("Playing a short exercise, all of it invented", () -> {
            try {
                play(new Invented(LocalDate.ofInstant(played.begun(), ZoneOffset.UTC)));
            } catch (IOException | IllegalStateException e) {
                throw new Stop(
                        "The network is up, but the exercise was not played to its end (" + reason(e)
                                + "); say deploy/demo down and deploy/demo up to play the rest.",
                        e);
            }
        });
        folder.writeJson(file(), new Played(played.begun(), true));
        return true;
    }

    private void play(Invented invented) throws IOException {
        Member sender = member(layout.nodes().getFirst());
        NodeId desk = layout.nodes().get(1);
        Member consulate = member(layout.nodes().get(Math.min(2, layout.nodes().size() - 1)));
        List<NodeId> others = layout.nodes().subList(1, layout.nodes().size());

        NodeClient investigator = client(sender.code(), Role.INVESTIGATOR);
        NodeClient duty = client(desk, Role.DUTY);
        NodeClient supervisor = client(sender.code(), Role.SUPERVISOR);
        String alert = investigator.send(invented.caseAlert(sender, others), "exercise-alert");
        release(supervisor, alert);
        long sent = System.nanoTime();
        progress.note(whose(sender.code()) + " supervisor released the case alert that its investigator wrote to "
                + names(others));
        String item = onDesk(duty, desk, alert);
        progress.note("It was on " + whose(desk) + " desk " + since(sent));

        duty.act("/api/v1/desk/items/" + item + "/acknowledge");
        long acknowledged = System.nanoTime();
        await(
                "nobody told " + name(sender.code()) + " that its alert was acknowledged",
                () -> acknowledged(investigator, alert, desk));
        progress.note(whose(desk) + " duty officer acknowledged it, and " + name(sender.code()) + " knew "
                + since(acknowledged));

        String request = client(consulate.code(), Role.CONSULAR)
                .send(invented.assistance(consulate, sender.code()), "exercise-assistance");
        release(client(consulate.code(), Role.SUPERVISOR), request);
        onDesk(client(sender.code(), Role.DUTY), sender.code(), request);
        progress.note(whose(consulate.code()) + " supervisor released what its consular officer asked "
                + name(sender.code()) + ": help for a person in care; that waits on " + whose(sender.code()) + " desk");

        String immediate = investigator.send(invented.immediateAlert(sender, desk), "exercise-immediate");
        onDesk(duty, desk, immediate);
        progress.note(name(sender.code()) + " sent " + name(desk) + " an immediate alert; it waits on " + name(desk)
                + "'s desk and its clock runs");
    }

    /// Unless it was let go before the exercise came to a halt.
    private static void release(NodeClient supervisor, String message) throws IOException {
        String path = "/api/v1/releases/" + message;
        if (supervisor.get(path).at("/item/state").asString().equals("AWAITING_RELEASE")) {
            supervisor.act(path + "/release");
        }
    }

    /// @return the desk's own id for this message, once it is there
    private static String onDesk(NodeClient duty, NodeId desk, String message) throws IOException {
        return await("the message did not reach " + desk, () -> {
            for (JsonNode item : duty.get("/api/v1/desk/items").path("items")) {
                if (item.path("message").asString().equals(message)) {
                    return Optional.of(item.path("id").asString());
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<JsonNode> acknowledged(NodeClient sender, String message, NodeId by) throws IOException {
        for (JsonNode event : sender.get("/api/v1/messages/" + message).path("recipientsDid")) {
            if (event.path("kind").asString().equals("ACKNOWLEDGED")
                    && event.path("by").asString().equals(by.value())) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private interface Question<T> {
        Optional<T> ask() throws IOException;
    }

    private static <T> T await(String otherwise, Question<T> question) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IOException(otherwise + " within " + PATIENCE.toSeconds() + " seconds");
            }
            Readiness.pause();
        }
    }

    private NodeClient client(NodeId node, Role role) {
        SignIn signIn = signIns.get(node + "/" + role);
        if (signIn == null) {
            throw new IllegalStateException("nobody of " + node + " has the role " + role);
        }
        return new NodeClient(
                URI.create(layout.address(node)),
                signIn.username(),
                signIn.password(),
                folder.network().resolve("ca.pem"));
    }

    private Member member(NodeId code) {
        return directory.member(code).orElseThrow();
    }

    private static String name(NodeId code) {
        return Locale.of("", code.value()).getDisplayCountry(Locale.ENGLISH);
    }

    private static String whose(NodeId code) {
        return name(code) + (name(code).endsWith("s") ? "'" : "'s");
    }

    private static String names(List<NodeId> codes) {
        List<String> all = codes.stream().map(Scenario::name).toList();
        return all.size() == 1
                ? all.getFirst()
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    private Path file() {
        return folder.path().resolve("exercise.json");
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "a node does not answer" : e.getMessage();
    }

    private static String since(long begin) {
        return String.format(Locale.ROOT, "%.1f s later", (System.nanoTime() - begin) / 1e9);
    }
}
