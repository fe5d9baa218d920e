package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What one transaction has stored is confirmed as its last act: one receipt for several messages, and the stream to
/// their sender, which others wait for, is locked only then. All of it is stored at one moment, which that receipt
/// names: both sides count from it.
@Component
class Confirmed {
    private final Clock clock;

    Confirmed(Clock clock) {
        this.clock = clock;
    }

    /// When all that the current transaction stores is stored, to the millisecond, as receipts carry it.
    ///
    /// @param confirm called once for all that the current transaction adds, before it commits; not if it fails
    Instant moment(Consumer<List<OwedReceipts.Owed>> confirm) {
        return batch(confirm).moment;
    }

    /// @param confirm as in [#moment]
    void add(OwedReceipts.Owed receipt, Consumer<List<OwedReceipts.Owed>> confirm) {
        batch(confirm).receipts.add(receipt);
    }

    private Batch batch(Consumer<List<OwedReceipts.Owed>> confirm) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Batch batch) {
            return batch;
        }
        Batch batch = new Batch(clock.instant().truncatedTo(ChronoUnit.MILLIS), confirm);
        TransactionSynchronizationManager.registerSynchronization(batch);
        batch.resume();
        return batch;
    }

    private final class Batch implements TransactionSynchronization {
        private final List<OwedReceipts.Owed> receipts = new ArrayList<>();
        private final Instant moment;
        private final Consumer<List<OwedReceipts.Owed>> confirm;

        private Batch(Instant moment, Consumer<List<OwedReceipts.Owed>> confirm) {
            this.moment = moment;
            this.confirm = confirm;
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Confirmed.this, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Confirmed.this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!receipts.isEmpty()) {
                confirm.accept(List.copyOf(receipts));
            }
        }

        @Override
        public void beforeCompletion() {
            suspend();
        }
    }
}
