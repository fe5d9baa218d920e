package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.message.About;
import org.enlace.message.MessageType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Cases and their files.
public interface CaseCalls {
    @Call("GET /api/v1/cases?state&country&kind&urgency&owner&from&until&before")
    Cases list(
            @Nullable String state,
            @Nullable String country,
            @Nullable String kind,
            @Nullable String urgency,
            @Nullable String owner,
            @Nullable String from,
            @Nullable String until,
            @Nullable String before);

    @Call("GET /api/v1/cases/{reference}")
    Case read(String reference);

    @Call("POST /api/v1/cases/{reference}/export")
    CaseFile export(String reference, Purpose body);

    @Call(value = "POST /api/v1/cases/{reference}/export", accept = "application/pdf")
    byte[] exportOnPaper(String reference, Purpose body);

    record Cases(
            List<CaseLine> cases,
            @Nullable Instant lookedBackTo,
            @Nullable String older) {}

    record Case(List<CaseEvent> events, List<MessageHead> messages, String reference) {}

    record Purpose(@Nullable Boolean persons, String purpose) {}

    record CaseFile(
            String caseRef,
            List<CaseFileEvent> events,
            List<Part> excerpts,
            Instant exportedAt,
            String exportedBy,
            List<LeftOut> leftOut,
            List<CaseFileMessage> messages,
            boolean persons,
            String purpose,
            long schemaVersion) {}

    record CaseLine(
            String caseReference,
            Instant changedAt,
            String message,
            String partner,
            String state,
            String type,
            String urgency) {}

    record CaseFileEvent(
            @Nullable String alternative,
            Instant at,
            @Nullable String by,
            @Nullable String desk,
            @Nullable LocalDate followUp,
            @Nullable String forwardedTo,
            @Nullable String ground,
            String kind,
            String message,
            @Nullable String note,
            @Nullable String toward) {}

    record Part(
            @Nullable String digest,
            List<Field> fields,
            Handling handling,
            String id,
            String mode,
            String partner,
            Instant sentAt,
            Instant storedAt,
            MessageType type) {}

    record LeftOut(String id, String partner, String reason, Instant storedAt, MessageType type) {}

    record CaseFileMessage(
            About about,
            Map<String, String> closed,
            Map<String, JsonNode> content,
            @Nullable String digest,
            List<CaseFileAttachment> files,
            String id,
            String mode,
            String partner,
            Instant sentAt,
            String side,
            Instant storedAt,
            MessageType type) {}

    record CaseFileAttachment(
            @Nullable Long length, @Nullable String mediaType, long number, String state) {}

    record Field(
            @Nullable String conditions,
            @Nullable String field,
            String part,
            String state,
            LocalDate until,
            @Nullable JsonNode value) {}
}
