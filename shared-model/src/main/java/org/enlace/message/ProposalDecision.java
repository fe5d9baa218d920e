package org.enlace.message;

import org.jspecify.annotations.Nullable;

/// What the owner of a message says to a [Proposal]; `inReplyTo` of the header names the proposal.
public record ProposalDecision(DecisionPart decision) implements Reply {
    public static final String ACCEPTED = "ACCEPTED";
    public static final String REJECTED = "REJECTED";

    /// The correction left for all who have the message: an acceptance never comes alone.
    public static ProposalDecision acceptedBy(MessageId correction) {
        return new ProposalDecision(new DecisionPart(ACCEPTED, correction, null, null));
    }

    @Override
    public MessageType type() {
        return MessageType.PROPOSAL_DECISION;
    }

    @Override
    public MessageType asked() {
        return MessageType.PROPOSAL;
    }

    @Override
    public String outcome() {
        return decision.outcome();
    }

    @Override
    public boolean ends() {
        return outcome().equals(ACCEPTED) || outcome().equals(REJECTED);
    }

    /// @param outcome code of list `proposal-outcome`
    /// @param correction the version that says it now, by the id that its owner gave it; required with `ACCEPTED`
    /// @param ground code of list `rejection-ground`, required with `REJECTED`
    /// @param note in words, at most 2,000 characters; required with ground `OTHER`
    public record DecisionPart(
            String outcome,
            @Nullable MessageId correction,
            @Nullable String ground,
            @Nullable String note) {}
}
