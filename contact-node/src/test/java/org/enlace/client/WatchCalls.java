package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Watching over those who read.
public interface WatchCalls {
    @Call("POST /api/v1/break-glass")
    void breakGlass(Emergency body);

    @Call("POST /api/v1/reading")
    void readMore(More body);

    @Call("GET /api/v1/watch")
    List<Seen> waiting();

    @Call("POST /api/v1/watch/{id}/agree")
    void agree(UUID id);

    @Call("POST /api/v1/watch/{id}/review")
    void review(UUID id, Finding body);

    record Emergency(String caseReference, String reason, String words) {}

    record More(String words) {}

    record Seen(
            Instant begunAt,
            @Nullable String caseReference,
            Instant due,
            UUID id,
            String kind,
            boolean namesAgreed,
            String officer,
            @Nullable String reason,
            Instant until,
            String words) {}

    record Finding(boolean right, @Nullable String words) {}
}
