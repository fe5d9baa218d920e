package org.enlace.node.recall;

import java.time.Instant;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.audit.AuditSummary;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;

/// How one recall stands between this node and one other.
///
/// @param other a recipient of what we recalled; the owner of what was recalled here, or whom we tell what a person
/// took back
/// @param request the message that asked, null while it could not be sent
/// @param due until when a person must have attested
/// @param outcome code of list `recall-outcome`, null while nothing was heard
/// @param last whether nothing more will be heard: a person attested, or there was nothing to attest
/// @param answeredAt by the clock of the side that answers
/// @param readers how many persons at the recipient had opened it
/// @param event under which the case has the words of the answer
/// @param owed whether the other side has yet to be told
record Reply(
        UUID recall,
        NodeId other,
        @Nullable MessageId request,
        @Nullable Instant askedAt,
        Instant due,
        @Nullable String outcome,
        boolean last,
        @Nullable Instant answeredAt,
        @Nullable String desk,
        AuditSummary readers,
        @Nullable Instant sealedAt,
        @Nullable Answer exported,
        @Nullable Answer passedOn,
        @Nullable Long event,
        boolean owed) {
    static final AuditSummary NOBODY = new AuditSummary(0, null, null);

    /// Nothing was heard yet.
    static Reply awaited(UUID recall, NodeId other, Instant due) {
        return new Reply(recall, other, null, null, due, null, false, null, null, NOBODY, null, null, null, null, true);
    }

    /// The owner of a message has only to be told: it asks us in its turn, as everyone who has the message.
    static Reply told(UUID recall, NodeId owner, Instant at) {
        return new Reply(recall, owner, null, null, at, null, true, null, null, NOBODY, null, null, null, null, true);
    }

    Reply asked(MessageId by, Instant at) {
        return new Reply(
                recall,
                other,
                by,
                at,
                due,
                outcome,
                last,
                answeredAt,
                desk,
                readers,
                sealedAt,
                exported,
                passedOn,
                event,
                false);
    }

    /// What a machine says.
    Reply reported(String what, boolean end, Instant at, AuditSummary by, @Nullable Instant sealed) {
        return new Reply(
                recall, other, request, askedAt, due, what, end, at, "node", by, sealed, null, null, null, owed);
    }

    Reply answered(Attested how, boolean end, AuditSummary by, @Nullable Instant sealed, long where) {
        return new Reply(
                recall,
                other,
                request,
                askedAt,
                due,
                how.outcome(),
                end,
                how.at(),
                how.desk(),
                by,
                sealed,
                how.exported(),
                how.passedOn(),
                where,
                owed);
    }

    Reply owed(boolean still) {
        return new Reply(
                recall,
                other,
                request,
                askedAt,
                due,
                outcome,
                last,
                answeredAt,
                desk,
                readers,
                sealedAt,
                exported,
                passedOn,
                event,
                still);
    }

    boolean overdue(Instant now) {
        return !last && due.isBefore(now);
    }

    /// What a person says.
    ///
    /// @param desk pseudonym
    record Attested(
            String outcome,
            Instant at,
            String desk,
            @Nullable Answer exported,
            @Nullable Answer passedOn) {}
}
