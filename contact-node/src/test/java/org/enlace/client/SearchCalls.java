package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finding cases.
public interface SearchCalls {
    @Call("POST /api/v1/search")
    Found search(Asked body);

    record Asked(@Nullable String before, String words) {}

    record Found(
            List<Hit> hits,
            @Nullable Instant lookedBackTo,
            List<Long> notKnown,
            @Nullable String older) {}

    record Hit(
            String caseReference,
            List<String> matched,
            String message,
            String mode,
            String partner,
            String state,
            Instant storedAt,
            String type,
            String urgency) {}
}
