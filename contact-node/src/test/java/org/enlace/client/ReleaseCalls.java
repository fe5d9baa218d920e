package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.message.About;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What waits for a second person.
public interface ReleaseCalls {
    @Call("GET /api/v1/messages/{message}/release")
    State state(String message);

    @Call("POST /api/v1/messages/{message}/take-back")
    Item takeBack(String message);

    @Call("GET /api/v1/releases")
    Waiting waiting();

    @Call("GET /api/v1/releases/{message}?persons")
    Whole read(String message, boolean persons);

    @Call("POST /api/v1/releases/{message}/release")
    Item release(String message);

    @Call("POST /api/v1/releases/{message}/return")
    Item giveBack(String message, Reason body);

    @Call("POST /api/v1/releases/{message}/review")
    Item review(String message, Review body);

    record State(List<Past> history, Item item) {}

    record Item(
            String caseReference,
            @Nullable String decidedBy,
            @Nullable Instant due,
            String message,
            boolean overdue,
            boolean own,
            Instant since,
            String state,
            String type,
            String urgency,
            String writer) {}

    record Waiting(List<Item> items) {}

    record Whole(
            @Nullable About about,
            List<Wrong> against,
            List<Change> changes,
            Map<String, JsonNode> content,
            List<Wrong> doubts,
            @Nullable GroupChoice group,
            List<Past> history,
            Item item,
            List<Desk> readers,
            List<String> recipients) {}

    record Reason(String reason) {}

    record Review(boolean right, @Nullable String words) {}

    record Past(
            Instant at, String by, String kind, @Nullable String words) {}

    record Change(String before, String label, String now) {}

    record GroupChoice(UUID group, List<String> members, long revision) {}

    record Desk(String code, List<Readers> parts) {}

    record Readers(String part, String roles) {}
}
