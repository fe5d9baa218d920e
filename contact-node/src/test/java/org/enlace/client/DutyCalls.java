package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is on duty when.
public interface DutyCalls {
    @Call("GET /api/v1/duty/shifts")
    Roster roster();

    @Call("POST /api/v1/duty/shifts")
    Shift add(NewShift body);

    @Call("POST /api/v1/duty/shifts/{id}/end")
    Shift end(UUID id);

    record Roster(List<Gap> gaps, List<Shift> shifts) {}

    record NewShift(
            @Nullable Instant ends,
            String officer,
            @Nullable String standIn,
            @Nullable Instant starts,
            String unit) {}

    record Shift(
            Instant ends,
            UUID id,
            @Nullable String officer,
            @Nullable String standIn,
            Instant starts,
            String unit) {}

    record Gap(Instant from, String unit, Instant until) {}
}
