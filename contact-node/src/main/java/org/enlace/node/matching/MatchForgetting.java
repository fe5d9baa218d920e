package org.enlace.node.matching;

import java.time.Duration;
import java.time.Instant;
import org.enlace.node.casefile.MessageCorrected;
import org.enlace.node.casefile.MessageDestroyed;
import org.enlace.node.casefile.MessageRecorded;
import org.enlace.node.exchange.Every;
import org.enlace.node.exchange.Ticking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of what is over: keys and tables with their month, blinds with their day, queries after a while; and of what
/// was matched of a case when something comes into it that may keep a partner out.
@Component
class MatchForgetting implements Ticking {
    /// A notice of a hit may come as long as the broker keeps it.
    private static final Duration KEY_OUTLIVES_MONTH = Duration.ofDays(14);

    private static final Duration RECEIVED_KEPT = Duration.ofDays(62);
    private static final Duration ASKED_KEPT = Duration.ofDays(90);

    private final QueryRows queries;
    private final TableRows tables;
    private final ReceivedRows received;
    private final MatchRows matches;
    private final TransactionTemplate transaction;
    private final Every minute = new Every(Duration.ofMinutes(1));

    MatchForgetting(
            QueryRows queries,
            TableRows tables,
            ReceivedRows received,
            MatchRows matches,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.tables = tables;
        this.received = received;
        this.matches = matches;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        if (!minute.isDue(now)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            queries.giveUp(now.minus(Query.WAITED_FOR));
            queries.forget(now.minus(ASKED_KEPT));
            received.forget(now.minus(RECEIVED_KEPT));
            tables.forget(MatchIndex.month(now.minus(Query.WAITED_FOR)));
            matches.forget(MatchIndex.month(now.minus(KEY_OUTLIVES_MONTH)));
        });
        minute.done(now);
    }

    @EventListener
    void recorded(MessageRecorded event) {
        matches.forget(event.message().reference());
    }

    @EventListener
    void corrected(MessageCorrected event) {
        matches.forget(event.message().reference());
    }

    @EventListener
    void destroyed(MessageDestroyed event) {
        matches.forget(event.message());
    }
}
