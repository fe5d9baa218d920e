package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseScreen.Way;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// How far a message has come to each recipient. What a machine reports and what a person did are two facts and stand
/// as
/// two lines.
@Component
class CaseWays {
    private final Labels labels;
    private final Deliveries deliveries;
    private final CurrentDirectory directory;

    CaseWays(Labels labels, Deliveries deliveries, CurrentDirectory directory) {
        this.labels = labels;
        this.deliveries = deliveries;
        this.directory = directory;
    }

    List<Way> of(OpenedMessage open, List<NodeId> recipients, List<CaseEvent> events, PageContext page) {
        var machines = new HashMap<NodeId, Delivery>();
        if (open.entry().side() == Side.SENT) {
            deliveries.of(open.entry().id()).forEach(delivery -> machines.put(delivery.recipient(), delivery));
        }
        var people = new HashMap<NodeId, List<CaseEvent>>();
        for (var event : events.reversed()) {
            var partner = event.partner();
            if (partner != null
                    && open.entry().id().equals(event.message())
                    && event.kind() != CaseEventKind.RECEIVED) {
                people.computeIfAbsent(partner, _ -> new ArrayList<>()).add(event);
            }
        }
        return recipients.stream().map(to -> way(to, machines, people, page)).toList();
    }

    private Way way(NodeId to, Map<NodeId, Delivery> machines, Map<NodeId, List<CaseEvent>> people, PageContext page) {
        var steps = new ArrayList<String>();
        var done = people.getOrDefault(to, List.of());
        var delivery = machines.get(to);
        var tone = "ok";
        if (delivery != null) {
            tone = machine(delivery, steps, page);
        }
        done.forEach(event -> steps.add(person(event, page)));
        if (delivery != null && delivery.storedAt() != null && done.isEmpty()) {
            steps.add(page.text("casefile.delivery.nobody"));
        }
        return new Way(to, to.equals(directory.self().code()), tone, List.copyOf(steps));
    }

    private String machine(Delivery delivery, List<String> steps, PageContext page) {
        var queued = delivery.queuedAt();
        var onBroker = delivery.onBrokerAt();
        var stored = delivery.storedAt();
        var refused = delivery.refusedAt();
        if (queued != null) {
            steps.add(page.text("casefile.delivery.queued", "time", page.time(queued)));
        }
        if (onBroker != null) {
            steps.add(page.text("casefile.delivery.network", "time", page.time(onBroker)));
        }
        if (stored != null) {
            steps.add(page.text(
                    "casefile.delivery.stored",
                    "country",
                    page.country(delivery.recipient()),
                    "time",
                    page.exact(stored)));
            return "ok";
        }
        if (refused != null) {
            var state = labels.of("transport-state", delivery.state(), page.locale());
            var reason = delivery.reason();
            steps.add(page.text(
                    "casefile.delivery.refused",
                    "time",
                    page.time(refused),
                    "reason",
                    reason == null ? state : state + " (" + reason + ")"));
            directory
                    .current()
                    .member(delivery.recipient())
                    .ifPresent(member -> steps.add(page.text(
                            "casefile.delivery.stopped",
                            "country",
                            page.country(delivery.recipient()),
                            "phone",
                            member.contact().emergencyPhone())));
            return "stop";
        }
        return "warn";
    }

    private String person(CaseEvent event, PageContext page) {
        var desk = event.actor();
        return page.text(
                "casefile.delivery.person",
                "what",
                labels.of("status-kind", event.kind(), page.locale()),
                "desk",
                desk == null ? "" : desk,
                "time",
                page.time(event.happenedAt()));
    }
}
