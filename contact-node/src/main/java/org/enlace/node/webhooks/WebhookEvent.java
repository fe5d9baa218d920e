package org.enlace.node.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.outside.Undelivered;
import org.jspecify.annotations.Nullable;

/// One thing that one system is told.
///
/// @param id by which the receiver knows it again
/// @param number in the order in which this system was first told, null before that
/// @param triedAt when it was first tried, null before that
/// @param reason why it did not go, the last time it was tried
record WebhookEvent(
        UUID id,
        String webhook,
        WebhookKind kind,
        CaseReference reference,
        MessageId message,
        @Nullable Long number,
        Instant madeAt,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Undelivered reason) {
    enum State {
        /// Not sent yet; it is tried, or tried again.
        WAITING,
        SENT,
        /// It is tried no more until an operator says so.
        PARKED,
        /// The officer may not see it any more.
        DROPPED
    }
}
