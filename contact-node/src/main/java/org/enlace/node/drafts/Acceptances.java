package org.enlace.node.drafts;

import java.util.List;
import java.util.Set;
import org.enlace.message.MessageId;
import org.enlace.message.ProposalDecision;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.exchange.OutboundMessage;
import org.springframework.stereotype.Component;

/// What is said to whoever proposed a correction that leaves: nobody writes it, so that none is said without a
/// correction.
@Component
class Acceptances {
    private final CaseFiles files;
    private final CaseReading reading;
    private final NewIds ids;

    Acceptances(CaseFiles files, CaseReading reading, NewIds ids) {
        this.files = files;
        this.reading = reading;
        this.ids = ids;
    }

    /// @param proposal that the correction takes up, as was checked
    Wanted of(MessageId proposal, OutboundMessage correction) {
        var asked = files.find(proposal)
                .orElseThrow(() -> new IllegalStateException("There is no proposal " + proposal + " any more"));
        var about = correction.about();
        return new Wanted(
                ids.message(),
                asked.reference(),
                asked.mode(),
                List.of(asked.partner()),
                new Wanted.Outline(
                        null,
                        asked.id(),
                        null,
                        null,
                        null,
                        asked.urgency(),
                        null,
                        reading.handling(asked),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        about.childInvolved(),
                        null,
                        null,
                        about.subject()),
                ProposalDecision.acceptedBy(correction.id()),
                Set.of(),
                null);
    }
}
