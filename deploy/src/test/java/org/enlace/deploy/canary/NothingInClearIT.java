package org.enlace.deploy.canary;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
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
        ApiClient investigator = network.api("GT", "INVESTIGATOR");
        ApiClient mexico = network.api("MX", "DUTY");

        sentThroughTheApi(investigator, mexico);
        attached(investigator, mexico);
        writtenInTheConsole(mexico);
        refused(investigator);
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
    private void attached(ApiClient investigator, ApiClient mexico) throws IOException {
        Canary name = marked("Name");
        Canary inside = marked("Inside");
        byte[] text = (inside.text() + "\n").repeat(40_000).getBytes(StandardCharsets.UTF_8);
        String set = "/api/v1/file-sets/"
                + investigator.post("/api/v1/file-sets", "{}").json().path("id").asString();
        String file = investigator
                .post(set + "/files", "{\"name\":\"" + name.text() + ".txt\",\"length\":" + text.length + "}")
                .json()
                .path("id")
                .asString();
        assertThat(investigator.put(set + "/files/" + file + "?offset=0", text).body())
                .contains("\"READY\"");
        String alert = Bodies.alert("MX", "IMMEDIATE", "NO", "Words", "Phone");
        String message = accepted(investigator.send(
                key(), alert.replaceFirst("\\{", "{\"files\":\"" + set.substring(set.lastIndexOf('/') + 1) + "\",")));
        String files = "/api/v1/messages/" + message + "/files";
        await().atMost(SOON).until(() -> mexico.get(files).body().contains("UNSCANNED"));

        assertThat(mexico.get(files).body()).contains(name.text());
        assertThat(mexico.get(files + "/1").status()).isEqualTo(409);
        assertThat(mexico.post(files + "/1/ask", "").status()).isEqualTo(204);
        assertThat(network.api("MX", "SUPERVISOR")
                        .post(files + "/1/let-through", "")
                        .status())
                .isEqualTo(204);
        assertThat(mexico.get(files + "/1").body()).isEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThat(investigator.get(files).body()).contains("\"SENT\"");
        await().atMost(SOON)
                .until(() ->
                        investigator.get("/api/v1/messages/" + message).body().contains("\"FILES_HERE\""));
    }

    private void sentThroughTheApi(ApiClient investigator, ApiClient mexico) throws IOException {
        Canary words = marked("Words");
        Canary phone = marked("Phone");
        Canary victim = marked("Victim");
        String alert =
                accepted(investigator.send(key(), Bodies.alert("MX", "IMMEDIATE", "NO", words.text(), phone.text())));
        Canary reason = marked("Reason");
        returned(Bodies.assistance("MX", "NORMAL", victim.text()), reason.text());
        String request = network.sent("GT", "CONSULAR", key(), Bodies.assistance("MX", "NORMAL", victim.text()))
                .json()
                .path("message")
                .asString();
        for (String id : List.of(alert, request)) {
            await().atMost(SOON)
                    .until(() -> mexico.get("/api/v1/messages/" + id).status() == 200);
        }
        assertThat(mexico.get("/api/v1/messages/" + alert + "?persons=true").body())
                .as("the canaries did travel: who may read them reads them")
                .contains(words.text(), phone.text());
        assertThat(mexico.get("/api/v1/messages/" + request + "?persons=true").body())
                .contains(victim.text());

        String item = item(mexico, alert);
        accepted(mexico.post("/api/v1/desk/items/" + item + "/acknowledge", "{}"));
        Canary unit = marked("Unit");
        accepted(mexico.post(
                "/api/v1/desk/items/" + item + "/forward", "{\"unit\":\"" + unit.text() + "\",\"outside\":false}"));
        Canary note = marked("Note");
        accepted(mexico.post(
                "/api/v1/desk/items/" + item + "/note", "{\"note\":\"" + note.text() + "\",\"tell\":true}"));
        Canary instead = marked("Instead");
        accepted(mexico.post("/api/v1/desk/items/" + item(mexico, request) + "/acknowledge", "{}"));
        accepted(network.api("MX", "SUPERVISOR")
                .post(
                        "/api/v1/desk/items/" + item(mexico, request) + "/decline",
                        "{\"ground\":\"NOT_COMPETENT\",\"alternative\":\"" + instead.text() + "\"}"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                investigator.get("/api/v1/messages/" + alert).body())
                        .contains(unit.text(), note.text()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(network.api("GT", "CONSULAR")
                                .get("/api/v1/messages/" + request)
                                .body())
                        .contains(instead.text()));
    }

    /// What a second person says when a message goes back to its writer is as much about a person as the message.
    private void returned(String body, String reason) throws IOException {
        ApiClient writer = network.api("GT", "CONSULAR");
        String message = writer.send(key(), body).json().path("message").asString();
        accepted(network.api("GT", "SUPERVISOR")
                .post("/api/v1/releases/" + message + "/return", "{\"reason\":\"" + reason + "\"}"));
        assertThat(writer.get("/api/v1/messages/" + message + "/release").body())
                .contains("RETURNED", reason);
    }

    private void writtenInTheConsole(ApiClient mexico) throws IOException {
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
            await().atMost(SOON)
                    .until(() -> mexico.get("/api/v1/cases/" + reference).status() == 200);

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
                investigator.send(key(), "{\"subject\":\"" + text + "\""),
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

    /// What a program calls its request; it is kept as it is, and says nothing about anybody.
    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Canary marked(String meaning) {
        return new Canary(meaning + "Ñ" + mark);
    }

    private static String item(ApiClient duty, String message) throws IOException {
        for (var item : duty.get("/api/v1/desk/items").json().path("items")) {
            if (item.path("message").asString().equals(message)) {
                return item.path("id").asString();
            }
        }
        throw new IllegalStateException("The desk does not show the message on its first page");
    }

    private static String accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer.json().path("message").asString();
    }
}
