package org.enlace.message;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the provider of a message says to a [UsePermissionRequest]; `inReplyTo` of the header names the request.
/// Nothing is granted that it does not name.
public record UsePermissionDecision(DecisionPart decision) implements Reply {
    /// Of list `permission-outcome`: some items were granted and others refused.
    private static final String PARTLY_GRANTED = "PARTLY_GRANTED";

    @Override
    public MessageType type() {
        return MessageType.USE_PERMISSION_DECISION;
    }

    @Override
    public MessageType asked() {
        return MessageType.USE_PERMISSION_REQUEST;
    }

    /// All at once, code of list `permission-outcome`: what every item got, or that some were granted and others not. A
    /// decision of a newer version is told as it stands.
    @Override
    public String outcome() {
        Set<String> said = new HashSet<>();
        for (Verdict verdict : decision.verdicts()) {
            if (!PermissionDecision.isKnown(verdict.decision())) {
                return verdict.decision();
            }
            said.add(verdict.decision());
        }
        boolean refused = said.contains(PermissionDecision.REFUSED.name());
        if (said.isEmpty() || (refused && said.size() == 1)) {
            return PermissionDecision.REFUSED.name();
        }
        if (refused) {
            return PARTLY_GRANTED;
        }
        return said.contains(PermissionDecision.GRANTED_WITH_CONDITIONS.name())
                ? PermissionDecision.GRANTED_WITH_CONDITIONS.name()
                : PermissionDecision.GRANTED.name();
    }

    @Override
    public boolean ends() {
        return !decision.verdicts().isEmpty()
                && decision.verdicts().stream().map(Verdict::decision).allMatch(PermissionDecision::isKnown);
    }

    /// @param verdicts one for each item of the request
    /// @param until the last day on which what was granted may be used, required if anything was
    public record DecisionPart(
            List<Verdict> verdicts, @Nullable LocalDate until) {

        public DecisionPart {
            verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
        }

        /// Whether this item, from 1, may be used on that day.
        public boolean grants(int item, LocalDate day) {
            return until != null
                    && !day.isAfter(until)
                    && verdicts.stream().anyMatch(verdict -> verdict.item() == item && verdict.grants());
        }
    }

    /// @param item of the request, from 1
    /// @param decision code of list `permission-decision`
    /// @param conditions required with `GRANTED_WITH_CONDITIONS`, at most 2,000 characters
    /// @param ground code of list `refusal-ground`, required with `REFUSED`
    public record Verdict(
            int item,
            String decision,
            @Nullable String conditions,
            @Nullable String ground) {

        public boolean grants() {
            return decision.equals(PermissionDecision.GRANTED.name())
                    || decision.equals(PermissionDecision.GRANTED_WITH_CONDITIONS.name());
        }
    }
}
