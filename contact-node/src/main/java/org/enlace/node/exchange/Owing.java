package org.enlace.node.exchange;

import java.time.Instant;
import java.util.List;
import org.enlace.message.NodeId;

/// What could not be sent when it was due, and leaves when it can. A bean of this type is asked every few seconds, in a
/// transaction of its own.
public interface Owing {
    /// Sends what is owed to these members, oldest first.
    ///
    /// @param reachable partners to which messages may be sent now
    /// @return how much was sent; as much as `limit` if there may be more
    int pay(List<NodeId> reachable, Instant now, int limit);
}
