package org.enlace.node.contacts;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.directory.DirectoryProposal;
import org.enlace.directory.Member;
import org.enlace.directory.SecretariatPassing;
import org.enlace.directory.SecretariatPassing.Hindrance;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.FieldPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes that the role of the Secretariat passes on. A proposal is the next version of the directory as the officers
/// who sign it would have to sign it; it does nothing until enough of them did, and none of their keys is here.
@Component
class SecretariatProposals {
    private final CurrentDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    SecretariatProposals(CurrentDirectory directory, AuditLog audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why it is refused.
    enum Point implements FieldPoint {
        MEMBER_MISSING,
        MEMBER_NOT_LISTED,
        MEMBER_NO_STATE,
        MEMBER_IS_SECRETARIAT,
        MEMBER_NOT_ACTIVE,
        MEMBER_KEY_MISSING,
        MEMBER_NOT_REACHED;

        @Override
        public String field() {
            return "member";
        }

        static Point of(Hindrance hindrance) {
            return switch (hindrance) {
                case NOT_LISTED -> MEMBER_NOT_LISTED;
                case NO_STATE -> MEMBER_NO_STATE;
                case IS_SECRETARIAT -> MEMBER_IS_SECRETARIAT;
                case NOT_ACTIVE -> MEMBER_NOT_ACTIVE;
                case KEY_MISSING -> MEMBER_KEY_MISSING;
                case NOT_REACHED -> MEMBER_NOT_REACHED;
            };
        }
    }

    /// What became of the wish.
    sealed interface Outcome {
        /// @param from null if nobody has the role
        record Proposed(
                DirectoryProposal proposal, @Nullable NodeId from, NodeId to) implements Outcome {}

        /// @param unreached whose returns could not reach that member
        record Refused(Set<Point> points, List<NodeId> unreached) implements Outcome {
            public Refused {
                points = points.stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(Point.class)));
                unreached = List.copyOf(unreached);
            }
        }
    }

    /// Who has the role; null if nobody does.
    @Nullable
    NodeId holder() {
        return SecretariatPassing.holder(directory.current());
    }

    /// Whether whoever has it is asked for nothing, because the directory suspends them.
    boolean rests() {
        return holder() != null && directory.current().secretariat().isEmpty();
    }

    /// To whom it could pass, by code.
    List<NodeId> candidates() {
        var now = directory.current();
        return now.members().stream()
                .map(Member::code)
                .filter(code ->
                        SecretariatPassing.against(now, code, clock.instant()).isEmpty())
                .sorted(Comparator.comparing(NodeId::value))
                .toList();
    }

    /// @param code of a member, as it was typed
    @Transactional
    public Outcome propose(String code, Officer officer) {
        if (code.isBlank()) {
            return new Outcome.Refused(Set.of(Point.MEMBER_MISSING), List.of());
        }
        if (!code.matches("[A-Z]{2}")) {
            return new Outcome.Refused(Set.of(Point.MEMBER_NOT_LISTED), List.of());
        }
        var to = new NodeId(code);
        var now = directory.trusted().current();
        var against = SecretariatPassing.against(now.content(), to, clock.instant());
        if (!against.isEmpty()) {
            return new Outcome.Refused(
                    against.stream().map(Point::of).collect(Collectors.toSet()),
                    unreached(now.content().member(to), against));
        }
        var from = holder();
        var proposal = SecretariatPassing.proposed(now, to, clock.instant());
        audit.write(new AuditEntry(
                officer.pseudonym(),
                "PROPOSE_SECRETARIAT",
                to + " " + proposal.content().version() + " " + proposal.hash(),
                null,
                AuditEntry.DONE));
        return new Outcome.Proposed(proposal, from, to);
    }

    private List<NodeId> unreached(Optional<Member> member, Set<Hindrance> against) {
        return member.filter(_ -> against.contains(Hindrance.NOT_REACHED))
                .map(to -> SecretariatPassing.unreached(directory.current(), to))
                .orElse(List.of());
    }
}
