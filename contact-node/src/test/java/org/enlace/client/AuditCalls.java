package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who did what.
public interface AuditCalls {
    @Call("GET /api/v1/audit?officer&action&object&from&until&before")
    Entries entries(
            @Nullable String officer,
            @Nullable String action,
            @Nullable String object,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long before);

    @Call("GET /api/v1/audit/verification")
    Verification verify();

    /// All pages, newest first.
    default Stream<Entry> all() {
        return Pages.<Entry, Long>following(before -> {
            var one = entries(null, null, null, null, null, before);
            return new Pages.Following<>(one.entries(), one.before());
        });
    }

    record Entries(@Nullable Long before, List<Entry> entries) {}

    record Verification(
            @Nullable Long brokenAt,
            @Nullable String flaw,
            @Nullable String head,
            long soundUpTo,
            boolean unbroken) {}

    record Entry(
            String action,
            Instant at,
            String hash,
            long number,
            String object,
            String officer,
            String outcome,
            String prev,
            @Nullable String purpose) {}
}
