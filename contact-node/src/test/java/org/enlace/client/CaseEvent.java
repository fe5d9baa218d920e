package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What happened to a message.
public record CaseEvent(
        @Nullable String alternative,
        Instant at,
        @Nullable String by,
        boolean counted,
        @Nullable String desk,
        @Nullable LocalDate followUp,
        @Nullable String forwardedTo,
        @Nullable String ground,
        String kind,
        @Nullable String message,
        @Nullable String note,
        @Nullable String outcome,
        @Nullable String toward) {}
