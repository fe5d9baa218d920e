package org.enlace.deploy.network;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.enlace.client.DeskItem;
import org.enlace.client.MessageCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import org.enlace.client.NodeUnreachable;
import org.enlace.client.ProblemAnswered;

/// One national system that sends alerts to one partner, one after the other. Where an answer was lost with a process,
/// it asks again under the same key, and the node must not send again.
final class Stream {
    private final NodeApi sender;
    private final NodeApi receiver;
    private final String from;
    private final String to;
    private final String name = UUID.randomUUID().toString();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    Stream(DemoNetwork network, String from, String to) {
        this.sender = network.program(from, "INVESTIGATOR");
        this.receiver = network.program(to, "DUTY");
        this.from = from;
        this.to = to;
    }

    /// The next message, or the last one once more if nobody knows what became of it.
    void send() {
        try {
            String alert = Bodies.alert(to, "IMMEDIATE", "NO", "Minibus at the border", "+502 5555 0100");
            accepted.add(sender.messages()
                    .send(name + "-" + accepted.size(), NewMessage.read(alert))
                    .message());
        } catch (ProblemAnswered refused) {
            refusals.add(refused.toString());
        } catch (NodeUnreachable _) {
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
    MessageCalls.Delivery delivery(String message) {
        return sender.messages().read(message, false).deliveries().getFirst();
    }

    /// All messages of this sender that wait on the partner's desk, each as often as it is shown.
    List<String> onTheOtherDesk() {
        return receiver.desk()
                .all("all")
                .filter(item -> item.partner().equals(from) && item.side().equals("RECEIVED"))
                .map(DeskItem::message)
                .toList();
    }
}
