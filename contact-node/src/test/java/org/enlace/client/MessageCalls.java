package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.message.About;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sending and reading messages.
public interface MessageCalls {
    @Call(value = "POST /api/v1/messages", key = Call.Key.MADE)
    Sent send(NewMessage message);

    @Call("GET /api/v1/messages/{id}?persons")
    Message read(String id, boolean persons);

    @Call("GET /api/v1/messages/{id}/condition")
    Condition condition(String id);

    @Call("POST /api/v1/messages/{id}/condition")
    void readCondition(String id);

    @Call("GET /api/v1/messages/{id}/purpose")
    Choices purposes(String id);

    @Call("POST /api/v1/messages/{id}/purpose")
    void statePurpose(String id, Stated body);

    @Call("GET /api/v1/messages/{id}/versions")
    List<Version> versions(String id);

    @Call("GET /api/v1/messages/{id}/versions/{number}?persons")
    OlderVersion version(String id, int number, boolean persons);

    @Call("POST /api/v1/messages/{id}/versions/{number}/read")
    void readVersion(String id, int number);

    /// The same under a key that the caller keeps, to ask again when nobody knows what became of it.
    @Call(value = "POST /api/v1/messages", key = Call.Key.GIVEN)
    Sent send(String key, NewMessage message);

    record Sent(
            String caseReference,
            String message,
            List<Wrong> warnings,
            @Nullable String state) {}

    record Message(
            About about,
            Map<String, String> closed,
            Map<String, JsonNode> content,
            List<Sighting> corroborations,
            List<Delivery> deliveries,
            @Nullable SentToGroup group,
            MessageHead message,
            List<Permission> permissions,
            List<Proposed> proposals,
            List<CaseEvent> recipientsDid,
            Map<String, String> states) {}

    record Condition(@Nullable String language, String text) {}

    record Choices(List<String> purposes) {}

    record Stated(@Nullable String purpose) {}

    record Version(
            String desk,
            @Nullable String digest,
            UUID given,
            long number,
            @Nullable Instant readAt,
            @Nullable String readBy,
            @Nullable String reason,
            Instant sentAt,
            Instant storedAt) {}

    record OlderVersion(About about, Map<String, JsonNode> content, Version version) {}

    record Sighting(
            String by,
            boolean counts,
            @Nullable String evaluation,
            String finding,
            @Nullable String from,
            String message,
            Instant sentAt,
            @Nullable String to) {}

    record Delivery(
            int directoryVersion,
            @Nullable Instant onBrokerAt,
            @Nullable Instant queuedAt,
            @Nullable String reason,
            String recipient,
            @Nullable Instant refusedAt,
            String state,
            @Nullable Instant storedAt) {}

    record SentToGroup(UUID group, List<String> members, String name, long revision) {}

    record Permission(
            UsePermissionRequest.AskPart asked, UsePermissionDecision.@Nullable DecisionPart decided, String request) {}

    record Proposed(
            String by,
            @Nullable String ground,
            String message,
            @Nullable String outcome,
            String reason,
            String version) {}
}
