package org.enlace.node.exchange;

import java.time.Instant;
import java.util.UUID;
import org.enlace.message.NodeId;

/// A record that was not acted on. Its content is never shown.
///
/// @param claimed the member whose topic it came on; that it sent it may be false
/// @param digest lower-case hex SHA-256 of the record
/// @param bytes size of the record
public record Quarantined(
        UUID id,
        NodeId claimed,
        String topic,
        long offset,
        QuarantineReason reason,
        String digest,
        int bytes,
        Instant at) {}
