package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The change of a shift.
public interface HandoverCalls {
    @Call("GET /api/v1/handover?of&page")
    Shift shift(@Nullable String of, int page);

    @Call("POST /api/v1/handover")
    Shift offer(Offers body);

    @Call("POST /api/v1/handover/{id}/decline")
    DeskItem decline(String id, Declined body);

    @Call("POST /api/v1/handover/{id}/take")
    DeskItem take(String id);

    @Call("POST /api/v1/handover/{id}/withdraw")
    DeskItem withdraw(String id);

    /// All pages of what is with the caller, or with nobody yet.
    default Stream<Held> held() {
        return Pages.numbered(page -> {
            var one = shift(null, page);
            return new Pages.Numbered<>(one.held(), one.more(), page);
        });
    }

    record Shift(List<Held> held, boolean more, List<Waiting> offered) {}

    record Offers(@Nullable List<Handing> items, @Nullable String of) {}

    record Declined(String reason) {}

    record Held(DeskItem item, @Nullable Offer offer, List<String> takers) {}

    record Waiting(DeskItem item, Offer offer) {}

    record Handing(String item, @Nullable String note, String to) {}

    record Offer(
            Instant at, String from, String id, @Nullable String note, String to) {}
}
