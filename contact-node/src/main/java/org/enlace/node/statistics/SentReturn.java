package org.enlace.node.statistics;

import java.time.Instant;
import java.util.SortedSet;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.exchange.Delivery;
import org.jspecify.annotations.Nullable;

/// The figures of a year on their way to the Secretariat.
///
/// @param number from 1; each further one corrects the one before, or goes in the place of one that never arrived
/// @param reason of a correction, code of list `correction-reason`
/// @param withdrawn names of the tables that it takes back, or leaves out because they were taken back elsewhere
/// @param pseudonym of who sent it
/// @param openedAt when somebody there had opened it, by their clock
record SentReturn(
        MessageId id,
        int year,
        NodeId recipient,
        int number,
        Mode mode,
        @Nullable MessageId supersedes,
        @Nullable String reason,
        SortedSet<String> withdrawn,
        String pseudonym,
        Instant sentAt,
        @Nullable Instant openedAt) {

    /// One of them, with how far machines say that it came.
    ///
    /// @param delivery null if the exchange knows nothing of it any more
    record OnItsWay(SentReturn sent, @Nullable Delivery delivery) {
        /// Whether it will never stand there: it was refused, or came too late.
        boolean lost() {
            return delivery != null
                    && switch (delivery.state()) {
                        case NOT_STORED, EXPIRED, RECALLED -> true;
                        // It may still arrive.
                        case NOT_DELIVERED, DRAFT, AWAITING_RELEASE, SEALED, QUEUED, ON_BROKER, STORED, OPENED -> false;
                    };
        }
    }
}
