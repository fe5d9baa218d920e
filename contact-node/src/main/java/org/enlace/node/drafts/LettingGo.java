package org.enlace.node.drafts;

import java.time.Duration;
import java.time.Instant;
import org.enlace.node.exchange.Every;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of what is older than anybody needs it, beside the sending and not in its way.
@Component
class LettingGo implements Ticking {
    private final Every hour = new Every(Duration.ofHours(1));
    private final Requests requests;
    private final Releases releases;
    private final TransactionTemplate transaction;

    LettingGo(Requests requests, Releases releases, PlatformTransactionManager transactions) {
        this.requests = requests;
        this.releases = releases;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        if (!hour.isDue(now)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            requests.forget(now);
            releases.forget(now);
        });
        hour.done(now);
    }
}
