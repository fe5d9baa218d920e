package org.enlace.node.matching;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.About;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchQuery;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Arrivals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A partner asks. Whether it is answered is decided as it arrives, in the order of its stream; the answer is made
/// afterwards.
@Component
class QueriesHere implements Arrivals<MatchQuery> {
    private final ReceivedRows rows;
    private final Quota quota;
    private final MatchingSettings settings;
    private final AuditLog audit;

    QueriesHere(ReceivedRows rows, Quota quota, MatchingSettings settings, AuditLog audit) {
        this.rows = rows;
        this.quota = quota;
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public Class<MatchQuery> kind() {
        return MatchQuery.class;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(Verified<MatchQuery> message, Instant receivedAt) {
        var header = message.header();
        var about = header.about();
        var elements = message.message().elements().size();
        var left = quota.left(header.sender(), header.mode(), receivedAt);
        var outcome = accepted(about)
                ? Quota.allows(left, elements) ? MatchAnswer.EVALUATED : MatchAnswer.QUOTA_EXCEEDED
                : MatchAnswer.PURPOSE_REFUSED;
        var purpose = about.purpose().stream().findFirst().orElse(null);
        rows.add(
                new ReceivedRows.Received(
                        header.sender(),
                        header.msgId(),
                        header.mode(),
                        purpose,
                        about.senderOfficer(),
                        elements,
                        outcome,
                        null,
                        receivedAt),
                message.message(),
                outcome.equals(MatchAnswer.EVALUATED));
        // What is answered is disclosed: it is written down like everything that leaves, and so is what is refused.
        audit.write(new AuditEntry(
                AuditEntry.NODE,
                "MATCH_ANSWER",
                MatchQuery.reference(header.sender(), header.msgId()),
                purpose,
                outcome.equals(MatchAnswer.EVALUATED) ? AuditEntry.DONE : outcome));
    }

    private boolean accepted(About about) {
        return !about.purpose().isEmpty()
                && settings.purposes().containsAll(about.purpose())
                && !about.legalBasis().isEmpty()
                && about.caseRef() != null;
    }
}
