package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.enlace.message.MessageType;
import org.jspecify.annotations.Nullable;

/// What is known of a message without opening it.
public record MessageHead(
        @Nullable Instant acknowledgeDue,
        @Nullable Instant answerDue,
        List<String> answers,
        String caseRef,
        boolean childInvolved,
        String id,
        String mode,
        String partner,
        @Nullable Recalled recalled,
        Instant sentAt,
        String side,
        @Nullable String state,
        Instant storedAt,
        MessageType type,
        String urgency) {}
