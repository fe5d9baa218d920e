package org.enlace.node.exchange;

import java.util.List;
import org.enlace.attachment.Chunk;

/// Where the exchange gets the chunks of attachments that it publishes. They go beside the messages and behind them:
/// at a pace of their own, so that no message waits for one.
public interface ChunkOutlet {

    /// @return the next ones that may go, in their order, with nothing left out; asked again until they are published
    List<Chunk> due(int most);

    /// The broker has confirmed them.
    void published(List<Chunk> chunks);
}
