package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What holders say about a message, for a program. It is made of what rests in clear: no part is opened for it.
@Component
class RemarkAnswers {
    private final Remarks remarks;
    private final RemarkWords words;

    RemarkAnswers(Remarks remarks, RemarkWords words) {
        this.remarks = remarks;
        this.words = words;
    }

    /// The newest first.
    List<Sighting> sightings(MessageEntry message) {
        return words.counted(message, of(message, MessageType.CORROBORATION)).stream()
                .map(sighting -> new Sighting(
                        sighting.entry().id().toString(),
                        sighting.entry().partner(),
                        sighting.entry().gist().first("finding").orElse(""),
                        sighting.entry().gist().first("from").orElse(null),
                        sighting.entry().gist().first("to").orElse(null),
                        sighting.entry().gist().first("grade").orElse(null),
                        sighting.entry().sentAt(),
                        sighting.counts()))
                .toList();
    }

    /// Oldest first.
    List<Proposed> proposals(MessageEntry message) {
        return of(message, MessageType.PROPOSAL).stream()
                .map(proposal -> {
                    var decision = remarks.decision(proposal.entry());
                    return new Proposed(
                            proposal.entry().id().toString(),
                            proposal.entry().partner(),
                            proposal.version().toString(),
                            proposal.entry().gist().first("reason").orElse(""),
                            decision.flatMap(one -> one.gist().first("answer")).orElse(null),
                            decision.flatMap(one -> one.gist().first("ground")).orElse(null));
                })
                .toList();
    }

    private List<Remark> of(MessageEntry message, MessageType type) {
        return remarks.of(message).stream()
                .filter(remark -> remark.entry().recalled() == null
                        && remark.entry().gist().type() == type)
                .toList();
    }

    /// @param message that says it
    /// @param finding code of list `sighting`
    /// @param from of the period, as is `to`
    /// @param evaluation how far to believe it
    /// @param counts whether it is the newest of its sender, and about what the message says now
    record Sighting(
            String message,
            NodeId by,
            String finding,
            @Nullable String from,
            @Nullable String to,
            @Nullable String evaluation,
            Instant sentAt,
            boolean counts) {}

    /// @param message that proposes it
    /// @param version of which it speaks
    /// @param reason code of list `correction-reason`
    /// @param outcome code of list `proposal-outcome`, null while nobody has decided
    /// @param ground code of list `rejection-ground`
    record Proposed(
            String message,
            NodeId by,
            String version,
            String reason,
            @Nullable String outcome,
            @Nullable String ground) {}
}
