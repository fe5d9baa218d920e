package org.enlace.node.casefile;

import java.util.Collection;
import java.util.List;
import org.enlace.message.MessageId;

/// Who was told that messages wait. The desk answers; a case asks.
public interface Callings {
    /// In one query, oldest first.
    List<Calling> of(Collection<MessageId> messages);
}
