package org.enlace.node.matching;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchQuery;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.matching.ReceivedRows.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers what partners asked. It evaluates what is blinded and cannot tell what it is; whether something of ours was
/// hit, the asker finds in the table, and says so.
@Component
class Answering implements Ticking {
    /// To whom here a partner writes about a hit.
    static final String CONTACT_ROLE = "DUTY";

    /// As long as the broker keeps a message.
    static final Duration VALID = Duration.ofDays(14);

    private static final int BATCH = 100;
    /// Alerts looked at in one transaction, and how many of these a tick makes for one query: nobody else waits long.
    private static final int ALERTS = 50;

    private static final int STEPS_MAX = 10;

    private final ReceivedRows received;
    private final MatchIndex index;
    private final Quota quota;
    private final Outbox outbox;
    private final SecureRandom random;
    private final TransactionTemplate transaction;

    Answering(
            ReceivedRows received,
            MatchIndex index,
            Quota quota,
            Outbox outbox,
            SecureRandom random,
            PlatformTransactionManager transactions) {
        this.received = received;
        this.index = index;
        this.quota = quota;
        this.outbox = outbox;
        this.random = random;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        var failures = new ArrayList<RuntimeException>();
        for (var waiting : received.waiting(BATCH)) {
            try {
                if (outbox.reaches(waiting.partner())) {
                    answer(waiting, now);
                }
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void answer(Received waiting, Instant now) {
        if (!waiting.outcome().equals(MatchAnswer.EVALUATED)) {
            transaction.executeWithoutResult(
                    _ -> received.lock(waiting).ifPresent(_ -> send(waiting, waiting.outcome(), null, null, now)));
            return;
        }
        for (var step = 0; step < STEPS_MAX; step++) {
            var all = transaction.execute(_ -> {
                var query = received.lock(waiting);
                if (query.isEmpty()) {
                    return true;
                }
                var key = index.key(waiting.partner(), waiting.mode(), now);
                if (!index.readOn(key, ALERTS)) {
                    return false;
                }
                send(waiting, MatchAnswer.EVALUATED, result(key, query.get()), key, now);
                return true;
            });
            if (Boolean.TRUE.equals(all)) {
                return;
            }
        }
    }

    private MatchAnswer.Result result(MatchRows.Key key, MatchQuery query) {
        var table = index.table(key);
        var digest = table.tags().digest();
        var evaluation = key.key().evaluate(query.elements(), random);
        return new MatchAnswer.Result(
                key.month(),
                evaluation.publicKey(),
                evaluation.evaluated(),
                evaluation.proof(),
                new MatchAnswer.Table(
                        digest,
                        table.complete(),
                        Objects.equals(digest, query.table())
                                ? List.of()
                                : table.tags().texts()),
                CONTACT_ROLE);
    }

    private void send(
            Received waiting,
            String outcome,
            MatchAnswer.@Nullable Result result,
            MatchRows.@Nullable Key key,
            Instant now) {
        var left = quota.left(waiting.partner(), waiting.mode(), now);
        outbox.send(new OutboundMessage(
                MessageId.next(now, random),
                new MatchAnswer(outcome, result, left),
                About.control(MessageType.MATCH_ANSWER, null, waiting.id(), "node"),
                new TreeSet<>(List.of(waiting.partner())),
                now.plus(VALID),
                waiting.mode()));
        received.answered(waiting, key == null ? null : key.id());
    }
}
