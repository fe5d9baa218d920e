package org.enlace.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whoever asks first is served first. A database gives a row to any of those who wait for it, so that of many
/// who come at once one waits until it gives up; and whoever makes a row that another is just making, H2 lets
/// try again without a pause, which leaves that other no processor to end with.
///
/// An order among those who ask, and no lock: what nobody else may change is locked in the database, after this.
@Component
public class Turns {
    /// After that the database is asked all the same: it alone notices that two wait for each other.
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final Map<String, Turn> turns = new HashMap<>();

    /// Waits until it is the turn of this transaction, which keeps it until it has ended.
    public void await(String what) {
        Kept kept = TransactionSynchronizationManager.getResource(this) instanceof Kept before ? before : begin();
        if (!kept.turns.containsKey(what)) {
            kept.turns.put(what, await(enter(what)));
        }
    }

    private Kept begin() {
        Kept kept = new Kept();
        TransactionSynchronizationManager.registerSynchronization(kept);
        kept.resume();
        return kept;
    }

    private Place await(Turn turn) {
        try {
            return new Place(turn, turn.next.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Place(turn, false);
        }
    }

    private Turn enter(String what) {
        synchronized (turns) {
            Turn turn = turns.computeIfAbsent(what, _ -> new Turn());
            turn.asking++;
            return turn;
        }
    }

    private void leave(String what, Place place) {
        synchronized (turns) {
            if (place.served()) {
                place.turn().next.release();
            }
            place.turn().asking--;
            if (place.turn().asking == 0) {
                turns.remove(what);
            }
        }
    }

    /// How many ask for the same.
    private static final class Turn {
        private final Semaphore next = new Semaphore(1, true);
        private int asking;
    }

    /// @param served whether its turn came
    private record Place(Turn turn, boolean served) {}

    private final class Kept implements TransactionSynchronization {
        private final Map<String, Place> turns = new HashMap<>();

        /// What others do after the commit keeps nobody waiting.
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Turns.this, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Turns.this);
        }

        @Override
        public void afterCommit() {
            pass();
        }

        @Override
        public void afterCompletion(int status) {
            pass();
            TransactionSynchronizationManager.unbindResourceIfPossible(Turns.this);
        }

        private void pass() {
            turns.forEach(Turns.this::leave);
            turns.clear();
        }
    }
}
