package org.enlace.node.casefile;

import java.util.Collection;
import java.util.Map;
import org.enlace.message.MessageId;

/// Tells how far messages have come. The desk answers; a case asks.
public interface Standings {
    /// In one query, for those that have an item on the desk.
    Map<MessageId, Standing> of(Collection<MessageId> messages);
}
