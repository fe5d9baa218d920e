package org.enlace.node.exchange;

import java.time.Instant;
import org.enlace.message.MessageId;

/// A message that is in the outbox once the caller's transaction commits, and cannot be lost from then on.
///
/// @param digest lower-case hex SHA-256 of the signed data: what receipts will name
public record Sent(MessageId id, Instant queuedAt, String digest) {}
