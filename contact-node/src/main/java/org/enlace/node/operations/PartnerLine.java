package org.enlace.node.operations;

import java.time.Instant;
import org.enlace.directory.MemberStatus;
import org.jspecify.annotations.Nullable;

/// How the node stands with one partner, in the words of the reader.
///
/// @param lastHeard when it last gave proof of life; null if it never did
/// @param silentSince since when it owes a receipt for longer than a working connection takes; null while it answers
/// @param unanswered messages to it without a receipt
/// @param held messages from it that wait for others before them
/// @param quarantined records on its topics that were not acted on
public record PartnerLine(
        String code,
        String country,
        MemberStatus status,
        @Nullable Instant lastHeard,
        @Nullable Instant silentSince,
        long unanswered,
        long held,
        long quarantined) {}
