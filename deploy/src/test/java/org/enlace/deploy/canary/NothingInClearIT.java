package org.enlace.deploy.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.enlace.client.DeskCalls;
import org.enlace.client.FileCalls;
import org.enlace.client.FileSetCalls;
import org.enlace.client.MessageCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import org.enlace.client.ProblemAnswered;
import org.enlace.client.ReleaseCalls;
import org.enlace.deploy.browser.Chromium;
import org.enlace.deploy.browser.Officer;
import org.enlace.deploy.browser.SharedChromium;
import org.enlace.deploy.browser.Written;
import org.enlace.deploy.network.ApiClient;
import org.enlace.deploy.network.ApiClient.Answer;
import org.enlace.deploy.network.Bodies;
import org.enlace.deploy.network.DemoNetwork;
import org.enlace.deploy.network.HostilePartner;
import org.enlace.deploy.network.SharedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marked names, numbers and words go through everything: written, sent, stored, shown, answered, refused, put into
/// quarantine. Then every file of broker and nodes is searched, and everything that a node says to those who may not
/// read them.
@ExtendWith({SharedNetwork.class, SharedChromium.class})
@TestInstance(Lifecycle.PER_CLASS)
class NothingInClearIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final DemoNetwork network;
    private final Chromium chromium;
    /// Part of every marked name, so that one search finds any of them.
    private final String mark = HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private final List<String> said = new ArrayList<>();

    NothingInClearIT(DemoNetwork network, Chromium chromium) {
        this.network = network;
        this.chromium = chromium;
    }

    @Test
    void whatIsSentAndShownLiesNowhereInClearAndNoRefusalRepeatsIt() throws IOException {
        NodeApi investigator = network.program("GT", "INVESTIGATOR");
        NodeApi mexico = network.program("MX", "DUTY");

        sentThroughTheApi(investigator, mexico);
        attached(investigator, mexico);
        writtenInTheConsole(mexico);
        refused(network.api("GT", "INVESTIGATOR"));
        putIntoQuarantine();
        said.add(network.told());
        saidToMachines();

        Canary any = new Canary(mark);
        assertThat(said).noneMatch(any::isIn);
        assertThat(any.foundUnder(network.folder())).isEmpty();
        assertThat(new Canary("investigator").foundUnder(network.folder().resolve("nodes")))
                .as("the search reads the files of the databases: what may be there in clear is found")
                .anyMatch(file -> file.getFileName().toString().endsWith(".mv.db"));
        assertThat(new Canary("enlace").foundUnder(network.folder()))
                .as("and the logs")
                .anyMatch(file -> file.getFileName().toString().equals("node.log"));
    }

    /// A file that is called so and says so travels from node to node, and opens where two let it through.
    private void attached(NodeApi investigator, NodeApi mexico) {
        Canary name = marked("Name");
        Canary inside = marked("Inside");
        byte[] text = (inside.text() + "\n").repeat(40_000).getBytes(StandardCharsets.UTF_8);
        UUID set = investigator.fileSets().begin(new FileSetCalls.Begin(null)).id();
        assertThat(investigator
                        .fileSets()
                        .upload(set, name.text() + ".txt", text)
                        .state())
                .isEqualTo("READY");
        String alert = Bodies.alert("MX", "IMMEDIATE", "NO", "Words", "Phone");
        String message = investigator
                .messages()
                .send(NewMessage.read(alert.replaceFirst("\\{", "{\"files\":\"" + set + "\",")))
                .message();
        FileCalls files = mexico.files();
        eventually().until(() -> files.list(message).getFirst().state().equals("UNSCANNED"));

        assertThat(files.list(message).getFirst().name()).contains(name.text());
        assertThatThrownBy(() -> files.open(message, 1))
                .isInstanceOfSatisfying(
                        ProblemAnswered.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
        files.ask(message, 1);
        network.program("MX", "SUPERVISOR").files().letThrough(message, 1);
        assertThat(files.open(message, 1)).isEqualTo(text);
        assertThat(investigator.files().list(message).getFirst().state()).isEqualTo("SENT");
        eventually()
                .until(() -> investigator.messages().read(message, false).recipientsDid().stream()
                        .anyMatch(event -> event.kind().equals("FILES_HERE")));
    }

    private void sentThroughTheApi(NodeApi investigator, NodeApi mexico) {
        Canary words = marked("Words");
        Canary phone = marked("Phone");
        Canary victim = marked("Victim");
        String alert = network.sent(
                        "GT", "INVESTIGATOR", Bodies.alert("MX", "IMMEDIATE", "NO", words.text(), phone.text()))
                .message();
        Canary reason = marked("Reason");
        returned(Bodies.assistance("MX", "NORMAL", victim.text()), reason.text());
        String request = network.sent("GT", "CONSULAR", Bodies.assistance("MX", "NORMAL", victim.text()))
                .message();
        MessageCalls there = mexico.messages();
        for (String id : List.of(alert, request)) {
            eventually().until(() -> there.read(id, false), Objects::nonNull);
        }
        assertThat(there.read(alert, true).content().toString())
                .as("the canaries did travel: who may read them reads them")
                .contains(words.text(), phone.text());
        assertThat(there.read(request, true).content().toString()).contains(victim.text());

        DeskCalls duty = mexico.desk();
        String item = item(duty, alert);
        duty.acknowledge(item);
        Canary unit = marked("Unit");
        duty.forward(item, new DeskCalls.Forward(false, unit.text()));
        Canary note = marked("Note");
        duty.note(item, new DeskCalls.Note(note.text(), true));
        Canary instead = marked("Instead");
        duty.acknowledge(item(duty, request));
        network.program("MX", "SUPERVISOR")
                .desk()
                .decline(item(duty, request), new DeskCalls.Decline(instead.text(), "NOT_COMPETENT"));
        eventually()
                .untilAsserted(() -> assertThat(investigator
                                .messages()
                                .read(alert, false)
                                .recipientsDid()
                                .toString())
                        .contains(unit.text(), note.text()));
        eventually()
                .untilAsserted(() -> assertThat(network.program("GT", "CONSULAR")
                                .messages()
                                .read(request, false)
                                .recipientsDid()
                                .toString())
                        .contains(instead.text()));
    }

    /// What a second person says when a message goes back to its writer is as much about a person as the message.
    private void returned(String body, String reason) {
        NodeApi writer = network.program("GT", "CONSULAR");
        String message = writer.messages().send(NewMessage.read(body)).message();
        network.program("GT", "SUPERVISOR").releases().giveBack(message, new ReleaseCalls.Reason(reason));
        ReleaseCalls.State state = writer.releases().state(message);
        assertThat(state.item().state()).isEqualTo("RETURNED");
        assertThat(state.history().toString()).contains(reason);
    }

    private void writtenInTheConsole(NodeApi mexico) {
        Canary kept = marked("Kept");
        Canary deleted = marked("Deleted");
        Canary sent = marked("Sent");
        Canary named = marked("Named");
        Canary nobody = marked("Nobody");
        try (Officer officer = chromium.seats(network.signIn("GT", "INVESTIGATOR"), "es")) {
            Written.alert(officer, "es", kept.text()).save();
            Written.alert(officer, "es", deleted.text()).delete();
            String reference = Written.alert(officer, "es", sent.text())
                    .naming(named.text())
                    .to("MX")
                    .send();
            assertThat(officer.page().content()).contains(sent.text());
            eventually().until(() -> mexico.cases().read(reference), Objects::nonNull);

            // Whoever types a name where none belongs.
            String inAddress = URLEncoder.encode(nobody.text(), StandardCharsets.UTF_8);
            for (String path : List.of("/cases/", "/", "/desk/items/", "/drafts/")) {
                officer.opensInVain(path + inAddress, 404);
                // What is read, not the address to which its forms go back: that is in the reader's own address bar.
                said.add(officer.page().title() + officer.page().innerText("body"));
            }
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private void refused(ApiClient investigator) throws IOException {
        Canary refused = marked("Refused");
        String text = refused.text();
        List<Answer> refusals = List.of(
                investigator.send(key(), Bodies.alert("ZZZ", "URGENT", "NO", text, text)),
                investigator.send(key(), Bodies.alert("GT", "URGENT", "NO", text, text)),
                investigator.send(key(), Bodies.alert("MX", text, "NO", text, text)),
                investigator.send(key(), Bodies.assistance("MX", "NORMAL", text)),
                investigator.send(key(), "{\"subject\":\"" + text + "\"}"),
                investigator.send(key(), "{\"type\":\"CASE_ALERT\",\"colour\":\"" + text + "\"}"),
                investigator.get("/api/v1/messages/" + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                investigator.post("/api/v1/desk/items/x/note", "{\"note\":\"" + text + "\"}"));
        assertThat(refusals).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
        refusals.forEach(answer -> said.add(answer.body()));

        // Who names a field that does not exist is answered by its name, and nobody else is.
        String name = marked("Field").text();
        assertThat(investigator.send(key(), "{\"" + name + "\":1}").body()).contains("UNKNOWN_FIELD");
    }

    private void putIntoQuarantine() throws IOException {
        Canary expired = marked("Expired");
        new HostilePartner(network).sendsWhatHasExpired("MX", expired.text());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(expired("QUARANTINE_EXPIRED")).isNotEmpty());
    }

    /// Files of Mexico's node in which this stands.
    private List<?> expired(String reason) {
        return new Canary(reason).foundUnder(network.folder().resolve("nodes/MX"));
    }

    /// What a machine that watches the node can ask for without a sign-in.
    private void saidToMachines() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String node : List.of("GT", "MX")) {
                URI health = URI.create(network.health(node));
                for (String path : List.of("", "health", "metrics", "prometheus", "actuator", "env", "heapdump")) {
                    var answer = client.send(
                            HttpRequest.newBuilder(path.isEmpty() ? health : health.resolve("/" + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    said.add(answer.body());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// What is not there yet is refused until it is.
    private static ConditionFactory eventually() {
        return await().atMost(SOON).ignoreExceptionsInstanceOf(ProblemAnswered.class);
    }

    /// What a program calls its request; it is kept as it is, and says nothing about anybody.
    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Canary marked(String meaning) {
        return new Canary(meaning + "Ñ" + mark);
    }

    private static String item(DeskCalls duty, String message) {
        return duty.all("all")
                .filter(item -> item.message().equals(message))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
