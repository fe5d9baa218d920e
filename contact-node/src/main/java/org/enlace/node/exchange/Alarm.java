package org.enlace.node.exchange;

import java.time.Instant;

/// Something that a person must look at.
///
/// @param subject what it is about: a member, a topic, a message id
/// @param detail numbers and codes as `name=value`, separated by spaces, for texts in any language
/// @param times how often it happened since it was raised
public record Alarm(
        long id, AlarmKind kind, String subject, String detail, Instant raisedAt, Instant lastAt, long times) {}
