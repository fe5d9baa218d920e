package org.enlace.node.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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
        long quarantined) {

    /// Receipts come within seconds; a partner that owes one for longer is not reached.
    public static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    /// Since when it does not answer, if so: it owes a receipt for longer than a working connection takes, or a message
    /// to it was given up and nothing was heard of it since.
    public Optional<Instant> silentSince(Instant now) {
        boolean heardSince = gaveUpAt != null && lastHeard != null && lastHeard.isAfter(gaveUpAt);
        return Stream.of(
                        Optional.ofNullable(oldestUnanswered),
                        Optional.ofNullable(gaveUpAt).filter(_ -> !heardSince))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .filter(since -> since.plus(SILENCE_MAX).isBefore(now));
    }
}
