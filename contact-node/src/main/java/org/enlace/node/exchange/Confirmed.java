package org.enlace.node.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What one transaction has stored is confirmed as its last act: one receipt for several messages, and the stream to
/// their sender, which others wait for, is locked only then.
@Component
class Confirmed {

    /// @param confirm called once for all that the current transaction adds, before it commits; not if it fails
    void add(OwedReceipts.Owed receipt, Consumer<List<OwedReceipts.Owed>> confirm) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Batch batch) {
            batch.receipts.add(receipt);
            return;
        }
        Batch batch = new Batch(confirm);
        batch.receipts.add(receipt);
        TransactionSynchronizationManager.registerSynchronization(batch);
        batch.resume();
    }

    private final class Batch implements TransactionSynchronization {
        private final List<OwedReceipts.Owed> receipts = new ArrayList<>();
        private final Consumer<List<OwedReceipts.Owed>> confirm;

        private Batch(Consumer<List<OwedReceipts.Owed>> confirm) {
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
            confirm.accept(List.copyOf(receipts));
        }

        @Override
        public void beforeCompletion() {
            suspend();
        }
    }
}
