package org.enlace.node.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.groups.GroupSendings;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases and messages for a national case system.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseApi {
    private final CaseReading reading;
    private final Deliveries deliveries;
    private final UsePermissions permissions;
    private final RemarkAnswers remarks;
    private final GroupSendings groups;
    private final JsonMapper json;

    CaseApi(
            CaseReading reading,
            Deliveries deliveries,
            UsePermissions permissions,
            RemarkAnswers remarks,
            GroupSendings groups,
            JsonMapper json) {
        this.reading = reading;
        this.deliveries = deliveries;
        this.permissions = permissions;
        this.remarks = remarks;
        this.groups = groups;
        this.json = json;
    }

    @GetMapping("/cases/{reference}")
    @Access(Action.READ_CASES)
    CaseAnswer one(@PathVariable String reference, Officer officer) {
        var found = reading.open(CasePages.reference(reference), null, officer, CaseReading.SUMMARY);
        if (found instanceof Reading.Sealed<CaseContents>(var entry)) {
            var around = reading.around(entry, officer).orElseThrow(Unseen::new);
            return answer(
                    reference,
                    around.messages(),
                    around.standings(),
                    around.events(),
                    event -> around.ignored(event).isEmpty());
        }
        var contents = opened(found);
        return answer(
                reference,
                contents.messages(),
                contents.standings(),
                contents.events(),
                event -> contents.ignored(event).isEmpty());
    }

    private static CaseAnswer answer(
            String reference,
            List<MessageEntry> messages,
            Map<MessageId, Standing> standings,
            List<CaseEvent> events,
            Predicate<CaseEvent> counts) {
        return new CaseAnswer(
                reference,
                messages.stream()
                        .map(message -> head(message, standings.get(message.id())))
                        .toList(),
                events.stream().map(event -> event(event, counts.test(event))).toList());
    }

    /// @param persons whether to open what is said about persons, as far as the officer may
    @GetMapping("/messages/{id}")
    @Access(Action.READ_CASES)
    MessageAnswer message(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean persons, Officer officer) {
        var wanted = persons ? CaseReading.PERSONS : CaseReading.SUMMARY;
        var named = named(id);
        var opened = opened(reading.look(named, officer, wanted));
        var sent = opened.entry().side() == Side.SENT;
        var lives = reading.lives(opened.entry());
        return new MessageAnswer(
                head(opened.entry(), opened.standing()),
                opened.about(),
                content(opened),
                shut(opened),
                opened.entry().recalled() == null ? states(lives) : Map.of(),
                sent ? deliveries.of(named) : List.of(),
                sent
                        ? reading.partnersDid(opened.entry()).stream()
                                .map(event -> event(
                                        event,
                                        lives.values().stream()
                                                .allMatch(life ->
                                                        life.ignored(event).isEmpty())))
                                .toList()
                        : List.of(),
                permissions.of(opened.entry()).stream()
                        .map(permission -> new PermissionAnswer(
                                permission.request().id().toString(), permission.asked(), permission.decided()))
                        .toList(),
                remarks.sightings(opened.entry()),
                remarks.proposals(opened.entry()),
                groups.of(named).orElse(null));
    }

    /// What the sender demands of everyone who reads the message.
    @GetMapping("/messages/{id}/condition")
    @Access(Action.READ_CASES)
    Condition condition(@PathVariable String id, Officer officer) {
        return reading.condition(named(id), officer).orElseThrow(Unseen::new);
    }

    /// The officer has read it: from now on the message opens.
    @PostMapping("/messages/{id}/condition")
    @Access(Action.READ_CASES)
    ResponseEntity<Void> readCondition(@PathVariable String id, Officer officer) {
        if (reading.readCondition(named(id), officer).isEmpty()) {
            throw new Unseen();
        }
        return ResponseEntity.noContent().build();
    }

    private static MessageId named(String id) {
        var named = CasePages.id(id);
        if (named == null) {
            throw new Unseen();
        }
        return named;
    }

    private static <T> T opened(Reading<T> reading) {
        return switch (reading) {
            case Reading.Open<T>(var content) -> content;
            case Reading.ConditionFirst<T> _ -> throw new ProblemFound(ProblemKind.CONDITION_FIRST);
            case Reading.Behind<T> _ -> throw new ProblemFound(ProblemKind.CATCHING_UP);
            case Reading.Sealed<T> _ -> throw new ProblemFound(ProblemKind.RECALLED);
            case Reading.NotThere<T> _ -> throw new Unseen();
        };
    }

    private Map<Compartment, JsonNode> content(OpenedMessage opened) {
        var content = new TreeMap<Compartment, JsonNode>();
        opened.contents().forEach((part, bytes) -> content.put(part, json.readTree(bytes)));
        return content;
    }

    private static Map<Compartment, String> shut(OpenedMessage opened) {
        var shut = new TreeMap<Compartment, String>();
        opened.shut().forEach((part, why) -> shut.put(part, why.name()));
        return shut;
    }

    private static Map<String, String> states(Map<NodeId, Life> lives) {
        var states = new TreeMap<String, String>();
        lives.forEach((recipient, life) ->
                states.put(recipient.value(), life.course().state().name()));
        return states;
    }

    private static Head head(MessageEntry message, @Nullable Standing standing) {
        return new Head(
                message.id().toString(),
                message.reference().value(),
                message.side(),
                message.partner(),
                message.gist().type(),
                message.urgency().name(),
                message.child(),
                message.mode().name(),
                message.sentAt(),
                message.storedAt(),
                standing == null ? null : standing.state(),
                Standing.answersOf(standing),
                standing == null ? null : standing.ackDue(),
                standing == null ? null : standing.answerDue(),
                message.recalled());
    }

    private static EventAnswer event(CaseEvent event, boolean counted) {
        var words = event.words();
        var completed = event.kind() == CaseEventKind.COMPLETED;
        return new EventAnswer(
                event.message() == null ? null : event.message().toString(),
                event.kind(),
                event.partner(),
                event.toward(),
                event.partner() == null ? null : event.actor(),
                completed ? null : event.ground(),
                event.happenedAt(),
                words.unit(),
                words.alternative(),
                words.note(),
                completed ? event.ground() : null,
                words.followUp(),
                counted);
    }

    record CaseAnswer(String reference, List<Head> messages, List<EventAnswer> events) {}

    /// @param content by compartment, as it came, fields of a newer version included; only what this officer may
    /// open and asked for
    /// @param closed compartments that exist and why they stay closed
    /// @param states what people made of it, code of list `business-state` by recipient; of what came, ours alone;
    /// of what was taken back, none
    /// @param group the sharing group that it was sent to, with name and members as they were; null if to none
    record MessageAnswer(
            Head message,
            About about,
            Map<Compartment, JsonNode> content,
            Map<Compartment, String> closed,
            Map<String, String> states,
            List<Delivery> deliveries,
            List<EventAnswer> recipientsDid,
            List<PermissionAnswer> permissions,
            List<RemarkAnswers.Sighting> corroborations,
            List<RemarkAnswers.Proposed> proposals,
            GroupSendings.@Nullable Sent group) {}

    /// Whether the message may be used otherwise.
    ///
    /// @param request the message that asks
    /// @param decided null while nobody has decided
    record PermissionAnswer(
            String request, UsePermissionRequest.AskPart asked, UsePermissionDecision.@Nullable DecisionPart decided) {}

    /// @param answers that stand to a message that asks, codes of the list for its kind
    record Head(
            String id,
            String caseRef,
            Side side,
            NodeId partner,
            MessageType type,
            String urgency,
            boolean childInvolved,
            String mode,
            Instant sentAt,
            Instant storedAt,
            @Nullable String state,
            List<String> answers,
            @Nullable Instant acknowledgeDue,
            @Nullable Instant answerDue,
            @Nullable Recalled recalled) {}

    /// @param toward the recipient that it concerns, of what we did with a message that we sent
    /// @param outcome code of list `outcome`
    /// @param counted false for what did not fit when it came, and changed nothing
    /// @param desk pseudonym that the other side gave; our own officers are not named here
    record EventAnswer(
            @Nullable String message,
            CaseEventKind kind,
            @Nullable NodeId by,
            @Nullable NodeId toward,
            @Nullable String desk,
            @Nullable String ground,
            Instant at,
            @Nullable String forwardedTo,
            @Nullable String alternative,
            @Nullable String note,
            @Nullable String outcome,
            @Nullable LocalDate followUp,
            boolean counted) {}
}
