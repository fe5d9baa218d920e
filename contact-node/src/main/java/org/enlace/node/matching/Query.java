package org.enlace.node.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MatchQuery;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// What an officer asked. About what, rests sealed beside it.
///
/// @param elements how many identifiers
record Query(
        UUID id, OfficerId officer, CaseReference reference, String purpose, Mode mode, int elements, Instant askedAt) {
    /// By then an answer is there where nodes run; later is not too late.
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(1);
    /// After it the blinds are destroyed, and no answer can be read any more.
    static final Duration WAITED_FOR = Duration.ofHours(24);

    Query {
        askedAt = askedAt.truncatedTo(ChronoUnit.MICROS);
    }

    Instant dueAt() {
        return askedAt.plus(ANSWERED_WITHIN);
    }

    enum State {
        ASKED,
        ANSWERED,
        QUOTA_EXCEEDED,
        PURPOSE_REFUSED,
        /// Not proven, or to a table that is not here.
        UNREADABLE,
        /// In a way that a newer version knows.
        OTHER,
        /// Nothing came, and nothing will be read any more.
        NO_ANSWER
    }

    /// One partner that was asked.
    ///
    /// @param message the query to it
    /// @param hits numbers of the identifiers that it holds, from 1
    /// @param contactRole to whom there one writes about a hit, null before the answer
    /// @param complete whether its table held all that it may match; null before the answer
    record Partner(
            MessageId message,
            UUID query,
            NodeId partner,
            State state,
            @Nullable Instant answeredAt,
            List<Integer> hits,
            @Nullable String contactRole,
            @Nullable Boolean complete) {
        Partner {
            hits = List.copyOf(hits);
        }

        static Partner asked(MessageId message, UUID query, NodeId partner) {
            return new Partner(message, query, partner, State.ASKED, null, List.of(), null, null);
        }

        Partner now(State other, Instant at) {
            return new Partner(message, query, partner, other, at, List.of(), null, null);
        }

        Partner answered(List<Integer> found, String role, boolean whole, Instant at) {
            return new Partner(message, query, partner, State.ANSWERED, at, found, role, whole);
        }

        /// By what people on both sides call it.
        String reference(NodeId self) {
            return MatchQuery.reference(self, message);
        }
    }

    /// What a partner said is left.
    record Left(NodeId partner, int today, int thisMonth, Instant until) {
        boolean nothing() {
            return Math.min(today, thisMonth) <= 0;
        }
    }
}
