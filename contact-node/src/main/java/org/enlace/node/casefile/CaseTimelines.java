package org.enlace.node.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.lifecycle.Moves;
import org.enlace.message.MessageType;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happened in a case, line by line: what people did, ours by name, theirs by the pseudonym they gave; and, as
/// lines of their own, what machines report of the message that is shown.
@Component
class CaseTimelines {
    private final Labels labels;
    private final OfficerNames names;
    private final Deliveries deliveries;
    private final CurrentDirectory directory;
    private final CallMoments calls;

    CaseTimelines(
            Labels labels, OfficerNames names, Deliveries deliveries, CurrentDirectory directory, CallMoments calls) {
        this.labels = labels;
        this.names = names;
        this.deliveries = deliveries;
        this.directory = directory;
        this.calls = calls;
    }

    /// Newest first.
    ///
    /// @param shown the message whose way is told as well
    /// @param messages of the case, as far as the reader sees them
    /// @param ignored why an event changed nothing, if it did not
    List<Moment> of(
            MessageEntry shown,
            List<MessageEntry> messages,
            List<CaseEvent> events,
            Function<CaseEvent, Optional<Moves.Decision>> ignored,
            Locale reader) {
        var ours = ours(events);
        var people =
                events.stream().map(event -> moment(event, type(event, messages), ours, ignored.apply(event), reader));
        var machines = deliveries.of(shown.id()).stream().flatMap(way -> machines(way, reader));
        var called = calls.of(messages.stream().map(MessageEntry::id).toList(), reader).reversed().stream();
        return Stream.of(people, machines, called)
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(Moment::at).reversed())
                .toList();
    }

    /// What people did alone, oldest first.
    List<Moment> people(List<MessageEntry> messages, List<CaseEvent> events, Locale reader) {
        var ours = ours(events);
        return events.stream()
                .map(event -> moment(event, type(event, messages), ours, Optional.empty(), reader))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private Map<String, String> ours(List<CaseEvent> events) {
        return names.of(events.stream()
                .filter(event -> event.partner() == null)
                .map(CaseEvent::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private Moment moment(
            CaseEvent event,
            @Nullable MessageType about,
            Map<String, String> ours,
            Optional<Moves.Decision> ignored,
            Locale reader) {
        var partner = event.partner();
        var actor = event.actor() == null ? "" : event.actor();
        var name = partner == null ? ours.getOrDefault(actor, "") : actor;
        var country = labels.country((partner == null ? directory.self().code() : partner).value(), reader);
        var by = name.isEmpty() ? country : labels.text(reader, "casefile.event.by", "name", name, "country", country);
        return new Moment(
                what(event, about, reader), by, event.byMachine(), event.happenedAt(), words(event, ignored, reader));
    }

    private Stream<Moment> machines(Delivery way, Locale reader) {
        var country = labels.country(way.recipient().value(), reader);
        return Stream.of(
                        machine("casefile.moment.network", country, way.onBrokerAt(), reader),
                        machine("casefile.moment.stored", country, way.storedAt(), reader),
                        machine("casefile.moment.refused", country, way.refusedAt(), reader))
                .flatMap(List::stream);
    }

    private List<Moment> machine(String key, String country, @Nullable Instant at, Locale reader) {
        return at == null ? List.of() : List.of(new Moment(labels.text(reader, key), country, true, at, List.of()));
    }

    private static @Nullable MessageType type(CaseEvent event, List<MessageEntry> messages) {
        return messages.stream()
                .filter(message -> message.id().equals(event.message()))
                .map(message -> message.gist().type())
                .findFirst()
                .orElse(null);
    }

    /// @param about of which kind the message is that it happened to
    String what(CaseEvent event, @Nullable MessageType about, Locale reader) {
        return switch (event.kind()) {
            case FINAL_ANSWER, INTERMEDIATE_ANSWER -> answer("casefile.event.answer", event, about, reader);
            case ANSWER_RECALLED -> labels.text(reader, "casefile.event.answer.recalled");
            case FURTHER_ANSWER -> answer("casefile.event.answer.further", event, about, reader);
            case CORRECTED -> labels.text(reader, "casefile.event.corrected");
            case CORROBORATED -> labels.text(reader, "casefile.event.corroborated");
            case PROPOSED -> labels.text(reader, "casefile.event.proposed");
            case CORRECTION_READ -> labels.text(reader, "casefile.event.correction-read");
            case CONSENT_TAKEN_BACK -> labels.text(reader, "recall.withdraw.event");
            case RECALLED -> labels.text(reader, "recall.event.recalled");
            case RECALL_ANSWERED -> labels.text(reader, "recall.event.answered");
            case SENT -> labels.text(reader, "casefile.event.sent");
            case RECEIVED -> labels.text(reader, "casefile.event.received");
            case COPY_GIVEN -> labels.text(reader, "casefile.event.copy");
            case EXPORTED -> labels.text(reader, "casefile.event.exported");
            case RELEASE_ASKED -> labels.text(reader, "casefile.event.release-asked");
            case RELEASE_RETURNED -> labels.text(reader, "casefile.event.release-returned");
            case RELEASE_TAKEN_BACK -> labels.text(reader, "casefile.event.release-taken-back");
            case RELEASED -> labels.text(reader, "casefile.event.released");
            case REVIEWED_RIGHT -> labels.text(reader, "casefile.event.reviewed-right");
            case UNACKNOWLEDGED ->
                labels.text(
                        reader,
                        event.partner() == null
                                ? "casefile.event.unacknowledged.here"
                                : "casefile.event.unacknowledged");
            case HANDOVER_OFFERED -> labels.text(reader, "casefile.event.handover-offered");
            case HANDOVER_TAKEN -> labels.text(reader, "casefile.event.handover-taken");
            case HANDOVER_DECLINED -> labels.text(reader, "casefile.event.handover-declined");
            case HANDOVER_WITHDRAWN -> labels.text(reader, "casefile.event.handover-withdrawn");
            case URGENCY_SET -> labels.text(reader, "casefile.event.urgency-set");
            case FILES_HERE ->
                labels.text(
                        reader,
                        event.partner() == null ? "casefile.event.files-here.ours" : "casefile.event.files-here");
            case FILES_WANTED ->
                labels.text(
                        reader,
                        event.partner() == null ? "casefile.event.files-wanted.ours" : "casefile.event.files-wanted");
            case OPENED ->
                labels.text(reader, event.partner() == null ? "casefile.event.opened.ours" : "casefile.event.opened");
            case NO_RECEIPT -> labels.text(reader, "casefile.event.no-receipt");
            case NO_WORD -> labels.text(reader, "casefile.event.no-word");
            case REVIEWED_NOT_ALONE -> labels.text(reader, "casefile.event.reviewed-not-alone");
            default -> labels.of("status-kind", event.kind(), reader);
        };
    }

    private String answer(String key, CaseEvent event, @Nullable MessageType about, Locale reader) {
        var code = Objects.requireNonNullElse(event.ground(), "");
        var kind = Optional.ofNullable(about)
                .flatMap(Asking::of)
                .map(asking -> labels.of(asking.list(), code, reader))
                .orElse(code);
        return labels.text(reader, key, "kind", kind);
    }

    /// What was written about it, a note included, and whether it counts.
    private List<String> words(CaseEvent event, Optional<Moves.Decision> ignored, Locale reader) {
        var lines = new ArrayList<>(grounds(event, reader));
        var note = event.words().note();
        if (note != null) {
            var risk = ReturnAssessment.inWords(note, labels, reader);
            var found = FollowUpFinding.inWords(risk, labels, reader);
            lines.add(CorrectionNote.inWords(found, labels, reader));
        } else if (event.kind() == CaseEventKind.NOTE) {
            lines.add(labels.text(reader, "casefile.event.note-gone"));
        }
        ignored.map(decision -> ignored(decision, reader)).ifPresent(lines::add);
        return lines;
    }

    /// That it changed nothing, and why.
    String ignored(Moves.Decision decision, Locale reader) {
        return labels.text(
                reader,
                switch (decision) {
                    case Moves.NotYours _ -> "casefile.ignored.other-side";
                    case Moves.Missing _ -> "casefile.ignored.incomplete";
                    case Moves.NotFromHere _, Moves.Allowed _ -> "casefile.ignored.out-of-turn";
                });
    }

    /// Why, who has it now, whom to ask instead, how it ended, and whom it concerns.
    List<String> grounds(CaseEvent event, Locale reader) {
        var lines = new ArrayList<String>();
        var words = event.words();
        var ground = event.ground();
        if (ground != null && !CaseAnswers.isAnswer(event.kind())) {
            lines.add(ground(event.kind(), ground, reader));
        }
        if (words.followUp() != null) {
            lines.add(labels.text(
                    reader, "casefile.event.follow-up", "day", words.followUp().toString()));
        }
        if (words.unit() != null && event.kind() == CaseEventKind.RECALL_ANSWERED) {
            lines.add(labels.text(reader, "recall.event.order", "order", words.unit()));
        } else if (words.unit() != null && event.kind() == CaseEventKind.HANDOVER_OFFERED) {
            lines.add(labels.text(reader, "casefile.event.handover-to", "name", words.unit()));
        } else if (words.unit() != null) {
            lines.add(labels.text(reader, "casefile.event.unit", "unit", words.unit()));
        }
        if (words.alternative() != null) {
            lines.add(labels.text(reader, "casefile.event.alternative", "unit", words.alternative()));
        }
        var toward = event.toward();
        if (toward != null) {
            lines.add(labels.text(reader, "casefile.event.toward", "country", labels.country(toward.value(), reader)));
        }
        return lines;
    }

    private String ground(CaseEventKind kind, String ground, Locale reader) {
        return switch (kind) {
            case ON_HOLD ->
                labels.text(reader, "casefile.event.ground", "ground", labels.of("pause-reason", ground, reader));
            case URGENCY_SET -> labels.of("urgency", ground, reader);
            case COPY_GIVEN ->
                labels.text(reader, "casefile.event.copy.to", "who", labels.of("who-consented", ground, reader));
            case EXPORTED ->
                labels.text(reader, ground.equals("COURT") ? "export.purpose.court" : "export.purpose.work");
            case UNACKNOWLEDGED ->
                labels.text(reader, "casefile.event.escalated", "rung", labels.of("rung", ground, reader));
            case COMPLETED ->
                labels.text(reader, "casefile.event.outcome", "outcome", labels.of("outcome", ground, reader));
            case CORRECTED, PROPOSED ->
                labels.text(reader, "casefile.event.ground", "ground", labels.of("correction-reason", ground, reader));
            case OPENED -> OpeningsToldOf.inWords(ground, labels, reader);
            case CORROBORATED -> labels.of("sighting", ground, reader);
            case CONSENT_TAKEN_BACK ->
                Arrays.stream(ground.split(",", -1))
                        .map(purpose -> labels.of("consent-purpose", purpose, reader))
                        .collect(Collectors.joining(", "));
            case RECALLED ->
                labels.text(reader, "casefile.event.ground", "ground", labels.of("recall-reason", ground, reader));
            case RECALL_ANSWERED ->
                labels.text(reader, "casefile.event.ground", "ground", labels.of("recall-outcome", ground, reader));
            default ->
                labels.text(reader, "casefile.event.ground", "ground", labels.of("refusal-ground", ground, reader));
        };
    }
}
