package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether this node has a connection to the broker, and since when it is so.
@Component
class BrokerContact {
    private static final Logger log = LoggerFactory.getLogger(BrokerContact.class);

    private final Clock clock;
    private volatile @Nullable State state;

    BrokerContact(Clock clock) {
        this.clock = clock;
    }

    /// @return whether there was none before
    synchronized boolean made() {
        return change(true);
    }

    synchronized boolean lost() {
        return change(false);
    }

    private boolean change(boolean connected) {
        State before = state;
        if (before != null && before.connected() == connected) {
            return false;
        }
        state = new State(connected, clock.instant());
        log.atInfo().addKeyValue("connected", connected).log("Contact with the broker has changed");
        return true;
    }

    /// Null before the first attempt.
    @Nullable
    State state() {
        return state;
    }

    record State(boolean connected, Instant since) {}
}
