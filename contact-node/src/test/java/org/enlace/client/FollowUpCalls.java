package org.enlace.client;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// On whom somebody looks again.
public interface FollowUpCalls {
    @Call("GET /api/v1/follow-ups?page")
    Waiting waiting(int page);

    @Call("POST /api/v1/follow-ups/{id}/finding")
    DeskItem record(String id, Found body);

    /// All pages.
    default Stream<FollowUp> all() {
        return Pages.numbered(page -> {
            var one = waiting(page);
            return new Pages.Numbered<>(one.items(), one.more(), page);
        });
    }

    record Waiting(List<FollowUp> items, boolean more) {}

    record Found(
            @Nullable String again,
            String finding,
            @Nullable String words) {}

    record FollowUp(String caseRef, LocalDate due, String id, String message, boolean overdue, String partner) {}
}
