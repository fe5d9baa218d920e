package org.enlace.node.exchange;

import java.util.Map;
import java.util.SortedMap;
import org.enlace.message.NodeId;

/// Where the exchange puts what comes on the partners' topics for attachments.
public interface ChunkInlet {

    /// The next offset of each topic that was ever read.
    Map<String, Long> positions();

    /// Topics that have to be read again from an earlier record, with its offset, because what came there is wanted by
    /// now. [#positions] says so too from here on.
    Map<String, Long> goBack();

    /// Stores what is wanted, durably, and the position after all of it.
    ///
    /// @param records values by offset, whatever they are
    void take(NodeId from, String topic, SortedMap<Long, byte[]> records);

    /// Reading goes on here: what was there before is lost or cannot be read.
    void moveTo(String topic, long next);

    /// Between two takings: looks at files that have become whole.
    ///
    /// @return whether there was one
    boolean settle();
}
