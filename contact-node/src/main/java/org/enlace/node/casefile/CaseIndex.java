package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What searches and lists of cases read besides the messages: [Terms] and the codes of cases. It is written after the
/// messages and for many of them at once, every few seconds and before somebody searches, so that no message waits for
/// it and no search misses one.
@Component
public class CaseIndex implements Ticking {
    private static final int BATCH = 500;
    /// The rest waits for the next tick, or for somebody who searches.
    private static final int BATCHES_A_TICK = 20;

    private final IndexQueue queue;
    private final CaseMessages messages;
    private final CaseTerms terms;
    private final CaseCodes codes;
    private final TransactionTemplate transaction;

    CaseIndex(
            IndexQueue queue,
            CaseMessages messages,
            CaseTerms terms,
            CaseCodes codes,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.messages = messages;
        this.terms = terms;
        this.codes = codes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        catchUp(BATCHES_A_TICK);
    }

    /// After this, whatever was stored before is found, however much that is; what comes meanwhile may wait. A
    /// transaction of the caller would hold the index to its end.
    public void catchUp() {
        catchUp(Integer.MAX_VALUE);
    }

    private void catchUp(int batchesMax) {
        var last = queue.last();
        for (var batch = 0; batch < batchesMax && last.isPresent() && queue.holds(last.getAsLong()); batch++) {
            transaction.executeWithoutResult(_ -> writeSome());
        }
    }

    private void writeSome() {
        queue.hold();
        var changes = queue.oldest(BATCH);
        if (!changes.isEmpty()) {
            write(changes);
            queue.done(changes);
        }
    }

    private void write(List<IndexQueue.Change> changes) {
        var changed = changes.stream()
                .map(IndexQueue.Change::message)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var found = messages.find(changed).values();
        var lessened = terms.write(found, messages.recipients(changed));
        codes.write(
                changes.stream().map(IndexQueue.Change::reference).collect(Collectors.toCollection(TreeSet::new)),
                changed,
                lessened);
    }
}
