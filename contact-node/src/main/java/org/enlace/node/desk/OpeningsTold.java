package org.enlace.node.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.OpeningsHere;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the state that sent a message how often what it says about persons was opened here.
@Component
class OpeningsTold implements Ticking {
    private static final int BATCH = 200;

    private final OpeningsHere openings;
    private final CaseFiles files;
    private final Replies replies;
    private final TransactionTemplate transaction;

    OpeningsTold(OpeningsHere openings, CaseFiles files, Replies replies, PlatformTransactionManager transactions) {
        this.openings = openings;
        this.files = files;
        this.replies = replies;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant clock) {
        var now = clock.truncatedTo(ChronoUnit.MICROS);
        for (var message : openings.due(now, BATCH)) {
            transaction.executeWithoutResult(_ -> tell(message, now));
        }
    }

    private void tell(MessageId id, Instant now) {
        var found = files.find(id).orElseThrow();
        files.hold(found);
        var message = files.find(id).orElseThrow();
        openings.tell(message, now).ifPresent(event -> replies.tellByNode(message, event, now));
    }
}
