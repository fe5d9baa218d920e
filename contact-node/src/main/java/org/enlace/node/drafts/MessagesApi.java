package org.enlace.node.drafts;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.message.Breach;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Texts texts;

    MessagesApi(Requests requests, Families families, AccessRules rules, Texts texts) {
        this.requests = requests;
        this.families = families;
        this.rules = rules;
        this.texts = texts;
    }

    /// @param message id of the message, also of a repetition
    /// @param warnings what a careful sender would look at again
    record Accepted(UUID message, String caseReference, List<Wrong> warnings) {}

    /// A problem as RFC 9457 has it, with every breach. It never repeats what was sent.
    record NotSent(String type, String title, int status, String detail, List<Wrong> errors) {}

    /// @param field path in the body
    /// @param code stable, such as `NO_RECIPIENT`
    /// @param detail what is wrong and what to do, in the language asked for
    record Wrong(String field, String code, String detail) {}

    /// @param key names this request for ever: the same key with the same body answers the same and sends nothing more
    @PostMapping(path = "/api/v1/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.WRITE_DRAFT)
    ResponseEntity<?> send(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Officer officer,
            Locale reader) {
        if (key == null || key.isBlank() || key.length() > KEY_MAX) {
            throw new ProblemFound(HttpStatus.BAD_REQUEST, "idempotency-key-needed");
        }
        var message = MessageBody.read(body);
        var family = families.find(message.type())
                .orElseThrow(() -> new ProblemFound(HttpStatus.UNPROCESSABLE_CONTENT, "kind-not-written-here"));
        if (!rules.mayOpen(officer, family.writing())) {
            throw new ProblemFound(HttpStatus.FORBIDDEN, "forbidden");
        }
        try {
            return answer(requests.send(key, body, message, family, officer), reader);
        } catch (SendingStopped stopped) {
            throw new ProblemFound(HttpStatus.SERVICE_UNAVAILABLE, "sending-stopped");
        }
    }

    private ResponseEntity<?> answer(Sending.Outcome outcome, Locale reader) {
        return switch (outcome) {
            case Sending.Outcome.Sent(var id, var reference, var warnings) ->
                ResponseEntity.created(URI.create("/api/v1/messages/" + id))
                        .body(new Accepted(id.value(), reference.value(), words(warnings, reader)));
            case Sending.Outcome.Refused(var breaches) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(new NotSent(
                                "urn:enlace:problem:not-sent",
                                HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase(),
                                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                                texts.get(reader, "compose.api.not-sent"),
                                words(breaches.stream().filter(Breach::blocks).toList(), reader)));
        };
    }

    private List<Wrong> words(List<Breach> breaches, Locale reader) {
        return breaches.stream()
                .map(breach -> new Wrong(breach.field(), breach.code().name(), PointWords.of(breach, texts, reader)))
                .toList();
    }
}
