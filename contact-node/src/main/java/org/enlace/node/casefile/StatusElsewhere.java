package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.Status;

/// What a partner says of a message that stands in no case. A feature that sends such messages offers a bean; it is
/// asked first.
public interface StatusElsewhere {
    /// Called inside the transaction that takes it in.
    ///
    /// @param receivedAt when this node had it, by its own clock
    /// @return whether it is about a message of that feature
    boolean told(Verified<Status> status, Instant receivedAt);
}
