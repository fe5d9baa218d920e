package org.enlace.node.exchange;

import java.time.Instant;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// How far one message has come on its way to one recipient. All of this is said by machines, none by a person.
///
/// @param directoryVersion the version of the directory that the message went by: both sides count by it
/// @param onBrokerAt when the broker confirmed it, by our clock
/// @param storedAt when it was durably stored, by the recipient's clock and under the recipient's signature
/// @param refusedAt when the recipient's node refused it, or when we gave up
/// @param reason code of why it was refused or given up
public record Delivery(
        NodeId recipient,
        int directoryVersion,
        TransportState state,
        @Nullable Instant queuedAt,
        @Nullable Instant onBrokerAt,
        @Nullable Instant storedAt,
        @Nullable Instant refusedAt,
        @Nullable String reason) {}
