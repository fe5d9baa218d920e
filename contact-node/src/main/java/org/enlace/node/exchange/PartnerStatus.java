package org.enlace.node.exchange;

import java.time.Instant;
import org.enlace.directory.MemberStatus;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// How the node stands with one partner.
///
/// @param lastHeard when it last gave proof of life: a message or receipt that was sound and in its place
/// @param oldestUnanswered when the oldest message to it without a receipt was queued
/// @param gaveUpAt when a message to it was last given up without an answer
/// @param unanswered messages to it without a receipt
/// @param held messages from it that wait for others before them
/// @param quarantined records on its topics that were not acted on
public record PartnerStatus(
        NodeId partner,
        MemberStatus status,
        @Nullable Instant lastHeard,
        @Nullable Instant oldestUnanswered,
        @Nullable Instant gaveUpAt,
        long unanswered,
        long held,
        long quarantined) {}
