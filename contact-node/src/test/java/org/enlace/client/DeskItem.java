package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits on the desk, or did.
public record DeskItem(
        @Nullable Instant acknowledgeDue,
        @Nullable Instant answerDue,
        List<String> answers,
        String caseRef,
        boolean childInvolved,
        @Nullable Instant due,
        String id,
        String message,
        String mode,
        boolean overdue,
        String partner,
        @Nullable Boolean senderTold,
        String side,
        String state,
        @Nullable Instant takenAt,
        String type,
        String urgency,
        String urgencyHere) {}
