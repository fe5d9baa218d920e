package org.enlace.node.drafts;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.enlace.message.Breach;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Sending a message through the API: the same rules as in the console, all breaches in one answer.
@RestController
class MessagesApi {
    private static final int KEY_MAX = 128;

    private final Requests requests;
    private final Families families;
    private final AccessRules rules;

    MessagesApi(Requests requests, Families families, AccessRules rules) {
        this.requests = requests;
        this.families = families;
        this.rules = rules;
    }

    /// @param message id of the message, also of a repetition
    /// @param warnings what a careful sender would look at again
    record Accepted(UUID message, String caseReference, List<Problem.Wrong> warnings) {}

    /// @param state in which it waits; where, is in `Location`
    record Asked(UUID message, String caseReference, ReleaseState state, List<Problem.Wrong> warnings) {}

    /// @param key names this request for ever: the same key with the same body answers the same and sends nothing more
    @PostMapping(path = "/api/v1/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<?> send(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Officer officer,
            PageContext page) {
        if (key == null || key.isBlank() || key.length() > KEY_MAX) {
            throw new ProblemFound(ProblemKind.IDEMPOTENCY_KEY_NEEDED);
        }
        var read = MessageBody.read(body);
        var family = families.find(read.body().type()).orElseThrow(MessageBody::notWrittenHere);
        if (!rules.mayOpen(officer, family.writing())) {
            throw new ProblemFound(ProblemKind.FORBIDDEN);
        }
        try {
            return answer(requests.send(key, body, read, family, officer), page);
        } catch (SendingStopped stopped) {
            throw new ProblemFound(ProblemKind.SENDING_STOPPED);
        }
    }

    private static ResponseEntity<?> answer(Sending.Outcome outcome, PageContext page) {
        return switch (outcome) {
            case Sending.Outcome.Sent(var id, var reference, var warnings) ->
                ResponseEntity.created(URI.create("/api/v1/messages/" + id))
                        .body(new Accepted(id.value(), reference.value(), words(warnings, page)));
            case Sending.Outcome.Waits(var id, var reference, var state, var warnings) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/messages/" + id + "/release"))
                        .body(new Asked(id.value(), reference.value(), state, words(warnings, page)));
            case Sending.Outcome.Refused(var breaches) ->
                throw new ProblemFound(
                        CorrectionChecks.overtaken(breaches) ? ProblemKind.CHANGED_MEANWHILE : ProblemKind.NOT_SENT,
                        words(breaches.stream().filter(Breach::blocks).toList(), page));
        };
    }

    static List<Problem.Wrong> words(List<Breach> breaches, PageContext page) {
        return breaches.stream()
                .map(breach -> Problem.Wrong.at(
                        BodyPlaces.of(breach.field()), breach.code().name(), PointWords.of(breach, page)))
                .toList();
    }
}
