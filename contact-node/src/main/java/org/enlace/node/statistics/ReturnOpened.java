package org.enlace.node.statistics;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.casefile.StatusElsewhere;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The Secretariat says that somebody there has opened what we returned.
@Component
class ReturnOpened implements StatusElsewhere {
    private final SentReturns rows;

    ReturnOpened(SentReturns rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean told(Verified<Status> status, Instant receivedAt) {
        var said = status.message();
        return said.kind() == StatusKind.ACKNOWLEDGED
                && rows.opened(said.of(), status.header().sender(), said.at());
    }
}
