package org.enlace.deploy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// One national system that sends alerts to one partner, one after the other. Where an answer was lost with a process,
/// it asks again under the same key, and the node must not send again.
final class Stream {
    private final ApiClient sender;
    private final ApiClient receiver;
    private final String from;
    private final String to;
    private final String name = UUID.randomUUID().toString();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    Stream(DemoNetwork network, String from, String to) {
        this.sender = network.api(from, "INVESTIGATOR");
        this.receiver = network.api(to, "DUTY");
        this.from = from;
        this.to = to;
    }

    /// The next message, or the last one once more if nobody knows what became of it.
    void send() {
        try {
            ApiClient.Answer answer = sender.send(
                    name + "-" + accepted.size(),
                    Bodies.alert(to, "IMMEDIATE", "NO", "Minibus at the border", "+502 5555 0100"));
            if (answer.status() == 201) {
                accepted.add(answer.json().path("message").asString());
            } else {
                refusals.add(answer.status() + " " + answer.body());
            }
        } catch (IOException _) {
            // The process is gone; the next turn asks again.
        }
    }

    /// Ids of the messages that the sender's node took responsibility for.
    List<String> accepted() {
        return accepted;
    }

    /// Answers that were neither yes nor silence.
    List<String> refusals() {
        return refusals;
    }

    /// What the sender's node knows about the way of a message.
    JsonNode delivery(String message) throws IOException {
        return read(sender, "/api/v1/messages/" + message).path("deliveries").path(0);
    }

    /// All messages of this sender that wait on the partner's desk, each as often as it is shown.
    List<String> onTheOtherDesk() throws IOException {
        List<String> messages = new ArrayList<>();
        boolean more = true;
        for (int page = 0; more; page++) {
            JsonNode answer = read(receiver, "/api/v1/desk/items?view=all&page=" + page);
            for (JsonNode item : answer.path("items")) {
                if (Objects.equals(item.path("partner").asString(), from)
                        && item.path("side").asString().equals("RECEIVED")) {
                    messages.add(item.path("message").asString());
                }
            }
            more = answer.path("more").asBoolean();
        }
        return messages;
    }

    private static JsonNode read(ApiClient client, String path) throws IOException {
        ApiClient.Answer answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json();
    }
}
