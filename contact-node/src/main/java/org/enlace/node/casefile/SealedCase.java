package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.enlace.lifecycle.Moves;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// A case as one officer may see it while a message is chosen that nobody opens.
///
/// @param messages all that the officer may see, oldest first
/// @param lives of each message, by recipient
/// @param recipients of the sealed message
/// @param events newest first
record SealedCase(
        MessageEntry sealed,
        List<MessageEntry> messages,
        Map<MessageId, Standing> standings,
        Map<MessageId, SortedMap<NodeId, Life>> lives,
        List<NodeId> recipients,
        List<CaseEvent> events) {

    /// Why an event changed nothing; empty if it did, or was not meant to.
    Optional<Moves.Decision> ignored(CaseEvent event) {
        return Life.ignored(event, lives);
    }
}
