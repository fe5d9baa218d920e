package org.enlace.node.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.PartnerStatus;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.Quarantined;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The state of the node for the monitoring of whoever runs it.
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
class OperationsApi {
    private final OperationsScreens screens;
    private final NetworkStatus network;
    private final Alarms alarms;
    private final Quarantine quarantine;
    private final Topics topics;
    private final OperationsActs acts;
    private final Clock clock;

    OperationsApi(
            OperationsScreens screens,
            NetworkStatus network,
            Alarms alarms,
            Quarantine quarantine,
            Topics topics,
            OperationsActs acts,
            Clock clock) {
        this.screens = screens;
        this.network = network;
        this.alarms = alarms;
        this.quarantine = quarantine;
        this.topics = topics;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping
    @Access(Action.READ_OPERATIONS)
    StateAnswer state() {
        var now = clock.instant();
        return new StateAnswer(
                now,
                screens.network(),
                screens.standing(now),
                alarms.open(QuarantineSearch.PAGE),
                network.partners(),
                network.quarantined());
    }

    @PostMapping("/alarms/{id}/done")
    @Access(Action.WORK_OPERATIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dealtWith(@PathVariable long id, Officer officer) {
        if (!acts.dealtWith(id, officer)) {
            throw new Unseen();
        }
    }

    /// @param page from 0
    @GetMapping("/quarantine")
    @Access(Action.READ_OPERATIONS)
    QuarantineAnswer list(
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int page) {
        var search = QuarantineSearch.of(member, reason, page);
        var filter = search.filter();
        long all = quarantine.count(filter);
        return new QuarantineAnswer(
                all,
                quarantine.list(filter, search.page(), QuarantineSearch.PAGE).stream()
                        .map(this::answer)
                        .toList(),
                search.page(),
                all > (search.page() + 1L) * QuarantineSearch.PAGE);
    }

    @GetMapping("/quarantine/{id}")
    @Access(Action.READ_OPERATIONS)
    RecordAnswer record(@PathVariable UUID id) {
        return quarantine.find(id).map(this::answer).orElseThrow(Unseen::new);
    }

    @PostMapping("/quarantine/{id}/again")
    @Access(Action.WORK_OPERATIONS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable UUID id, Officer officer) {
        if (!acts.tryAgain(id, officer)) {
            throw new Unseen();
        }
    }

    private RecordAnswer answer(Quarantined record) {
        return new RecordAnswer(
                record.id(),
                record.reason().name(),
                record.reason().nextStep().name(),
                record.claimed().value(),
                topics.subject(record.topic()).orElse(null),
                record.topic(),
                record.offset(),
                record.digest(),
                record.bytes(),
                record.at());
    }

    /// @param at when this was true
    record StateAnswer(
            Instant at,
            OperationsScreen.Network network,
            OperationsScreen.Standing node,
            List<Alarm> alarms,
            List<PartnerStatus> partners,
            long quarantined) {}

    /// @param all how many fit what was asked for
    /// @param page from 0
    record QuarantineAnswer(long all, List<RecordAnswer> records, int page, boolean more) {}

    /// @param claimed the member whose topic it came on; that it sent it may be false
    /// @param subject what that topic is about, if the directory still lists it
    record RecordAnswer(
            UUID id,
            String reason,
            String nextStep,
            String claimed,
            @Nullable TopicSubject subject,
            String topic,
            long offset,
            String digest,
            int bytes,
            Instant at) {}
}
