package org.enlace.node.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseScreen.Way;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.PartnerStatus;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far a message has come to each recipient. What a machine reports and what a person did are two facts and stand
/// as two lines.
@Component
class CaseWays {
    private final Labels labels;
    private final CaseTimelines timelines;
    private final Deliveries deliveries;
    private final NetworkStatus network;
    private final CurrentDirectory directory;
    private final SilenceWords silences;

    CaseWays(
            Labels labels,
            CaseTimelines timelines,
            Deliveries deliveries,
            NetworkStatus network,
            CurrentDirectory directory,
            SilenceWords silences) {
        this.labels = labels;
        this.timelines = timelines;
        this.deliveries = deliveries;
        this.network = network;
        this.directory = directory;
        this.silences = silences;
    }

    List<Way> of(CaseProgress now, PageContext page) {
        var message = now.message();
        var machines = new HashMap<NodeId, Delivery>();
        if (message.side() == Side.SENT) {
            deliveries.of(message.id()).forEach(delivery -> machines.put(delivery.recipient(), delivery));
        }
        var people = new HashMap<NodeId, List<CaseEvent>>();
        for (var event : now.events().reversed()) {
            var concerned = event.partner() == null ? event.toward() : event.partner();
            var told = event.kind() != CaseEventKind.RECEIVED && !event.kind().isRemark();
            if (concerned != null && message.id().equals(event.message()) && told) {
                var done = people.computeIfAbsent(concerned, _ -> new ArrayList<>());
                // Each says how often it was opened in all.
                done.removeIf(earlier -> event.kind() == CaseEventKind.OPENED && earlier.kind() == event.kind());
                done.add(event);
            }
        }
        return now.recipients().stream()
                .map(to -> way(
                        to,
                        machines.get(to),
                        people.getOrDefault(to, List.of()),
                        now.lives().get(to),
                        message.gist().type(),
                        page))
                .map(way -> message.recalled() == null ? way : way.takenBack())
                .toList();
    }

    private Way way(
            NodeId to,
            @Nullable Delivery delivery,
            List<CaseEvent> done,
            @Nullable Life life,
            MessageType type,
            PageContext page) {
        var steps = new ArrayList<String>();
        var self = to.equals(directory.self().code());
        var tone = delivery == null ? "ok" : machine(delivery, steps, page);
        for (var event : done) {
            steps.add(done(event, type, page));
            steps.addAll(timelines.grounds(event, page.locale()));
            if (life != null) {
                life.ignored(event)
                        .map(decision -> timelines.ignored(decision, page.locale()))
                        .ifPresent(steps::add);
            }
        }
        var nobody = done.stream().allMatch(event -> event.kind().isOfMachinesAlone());
        if (delivery != null && delivery.storedAt() != null && nobody) {
            steps.add(page.text("casefile.delivery.nobody"));
        }
        var silence = self ? null : silences.of(to, done, life, page);
        return new Way(
                to,
                self,
                silence == null ? tone : "stop",
                transport(delivery, self, page),
                business(delivery, life, page),
                steps,
                silence);
    }

    /// How far machines have brought it.
    private @Nullable String transport(@Nullable Delivery delivery, boolean self, PageContext page) {
        if (delivery == null) {
            return self ? labels.of("transport-state", TransportState.STORED, page.locale()) : null;
        }
        return labels.of("transport-state", delivery.state(), page.locale());
    }

    /// What people made of it. Before a node has it, it is merely sent.
    private @Nullable String business(@Nullable Delivery delivery, @Nullable Life life, PageContext page) {
        if (life == null) {
            return null;
        }
        var state = life.course().state();
        var onItsWay = state == BusinessState.RECEIVED && delivery != null && delivery.storedAt() == null;
        return labels.of("business-state", onItsWay ? BusinessState.SENT : state, page.locale());
    }

    /// Each step that a machine has reported stays, with its time.
    private String machine(Delivery delivery, List<String> steps, PageContext page) {
        fact("casefile.delivery.queued", delivery.queuedAt(), steps, page);
        fact("casefile.delivery.network", delivery.onBrokerAt(), steps, page);
        var stored = delivery.storedAt();
        if (stored != null) {
            var country = page.country(delivery.recipient());
            steps.add(page.text("casefile.delivery.stored", "country", country, "time", page.exact(stored)));
            return "ok";
        }
        var refused = delivery.refusedAt();
        if (refused == null) {
            waiting(delivery, steps, page);
            return "warn";
        }
        var state = labels.of("transport-state", delivery.state(), page.locale());
        var reason = delivery.reason();
        steps.add(page.text(
                "casefile.delivery.refused",
                "time",
                page.time(refused),
                "reason",
                reason == null ? state : state + " (" + reason + ")"));
        call("casefile.delivery.stopped", delivery, refused, steps, page);
        return "stop";
    }

    private static void fact(String key, @Nullable Instant at, List<String> steps, PageContext page) {
        if (at != null) {
            steps.add(page.text(key, "time", page.time(at)));
        }
    }

    /// Why nothing more has happened yet.
    private void waiting(Delivery delivery, List<String> steps, PageContext page) {
        var onBroker = delivery.onBrokerAt();
        var lost = network.brokerLostSince();
        if (onBroker == null) {
            fact("casefile.delivery.cut", lost, steps, page);
        } else if (onBroker.isBefore(page.now().minus(PartnerStatus.SILENCE_MAX))) {
            call("casefile.delivery.silent", delivery, onBroker, steps, page);
        }
    }

    private void call(String key, Delivery delivery, Instant at, List<String> steps, PageContext page) {
        directory
                .current()
                .member(delivery.recipient())
                .ifPresent(member -> steps.add(page.text(
                        key,
                        "country",
                        page.country(delivery.recipient()),
                        "time",
                        page.time(at),
                        "phone",
                        member.contact().emergencyPhone())));
    }

    private String done(CaseEvent event, MessageType type, PageContext page) {
        var what = timelines.what(event, type, page.locale());
        var time = page.time(event.happenedAt());
        if (event.byMachine()) {
            return page.text("casefile.delivery.machine", "what", what, "time", time);
        }
        var desk = event.partner() == null ? page.country(directory.self().code()) : event.actor();
        return page.text("casefile.delivery.person", "what", what, "desk", desk == null ? "" : desk, "time", time);
    }
}
