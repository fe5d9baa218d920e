package org.enlace.node.notice;

import java.time.Instant;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// Somebody is told that something waits.
///
/// @param officer null for a webhook
/// @param waiting how many messages it was made for
/// @param endedAt null while it waits
/// @param reason why it did not go, the last time it was tried
public record Notice(
        UUID id,
        Way way,
        @Nullable OfficerId officer,
        Urgency urgency,
        int waiting,
        Instant madeAt,
        NoticeState state,
        int attempts,
        @Nullable Instant endedAt,
        @Nullable Failure reason) {}
