package org.enlace.node.statistics;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells a contact point that somebody here has opened what it returned, and not who.
@Component
class OpeningTold implements Ticking {
    private static final Duration VALID = Duration.ofDays(14);
    private static final String DESK = "node";

    private final ReceivedReturns rows;
    private final Outbox outbox;
    private final SecureRandom random;
    private final TransactionTemplate transaction;

    OpeningTold(ReceivedReturns rows, Outbox outbox, SecureRandom random, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.outbox = outbox;
        this.random = random;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        for (var returned : rows.untold(now)) {
            if (outbox.reaches(returned.sender())) {
                transaction.executeWithoutResult(_ -> tell(returned, now));
            }
        }
    }

    private void tell(ReceivedReturn returned, Instant now) {
        if (!rows.tell(returned.id())) {
            return;
        }
        outbox.send(new OutboundMessage(
                MessageId.next(now, random),
                new Status(
                        returned.given(),
                        StatusKind.ACKNOWLEDGED,
                        Objects.requireNonNull(returned.openedAt()),
                        DESK,
                        null,
                        null,
                        null,
                        null),
                About.control(MessageType.STATUS, null, returned.given(), DESK),
                new TreeSet<>(List.of(returned.sender())),
                now.plus(VALID),
                returned.mode()));
    }
}
