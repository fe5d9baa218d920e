package org.enlace.node.matching;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.MatchHit;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells a partner what of its own was found. Only what stands in its table goes back: of a miss it learns nothing.
@Component
class HitNotices implements Ticking {
    private static final int BATCH = 100;

    private final QueryRows queries;
    private final Outbox outbox;
    private final SecureRandom random;
    private final TransactionTemplate transaction;

    HitNotices(QueryRows queries, Outbox outbox, SecureRandom random, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.outbox = outbox;
        this.random = random;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        for (var asked : queries.untold(BATCH)) {
            if (outbox.reaches(asked.partner())) {
                transaction.executeWithoutResult(_ -> tell(asked, now));
            }
        }
    }

    private void tell(Query.Partner asked, Instant now) {
        var tags = queries.takeNotice(asked);
        if (!tags.isEmpty()) {
            outbox.send(new OutboundMessage(
                    MessageId.next(now, random),
                    new MatchHit(tags),
                    About.control(MessageType.MATCH_HIT, null, asked.message(), "node"),
                    new TreeSet<>(List.of(asked.partner())),
                    now.plus(Answering.VALID),
                    queries.one(asked.query()).mode()));
        }
    }
}
