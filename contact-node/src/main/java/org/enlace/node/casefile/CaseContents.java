package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.lifecycle.Moves;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// A case as one officer may see it: one message opened, the others as headlines, and what happened.
///
/// @param messages all that the officer may see, oldest first
/// @param standings how far each has come
/// @param lives of each message, by recipient
/// @param recipients of the opened message
/// @param events newest first
record CaseContents(
        OpenedMessage open,
        List<MessageEntry> messages,
        Map<MessageId, Standing> standings,
        Map<MessageId, SortedMap<NodeId, Life>> lives,
        List<NodeId> recipients,
        List<CaseEvent> events) {

    /// Of the opened message.
    SortedMap<NodeId, Life> life() {
        return lives.getOrDefault(open.entry().id(), new TreeMap<>());
    }

    /// Why an event changed nothing; empty if it did, or was not meant to.
    Optional<Moves.Decision> ignored(CaseEvent event) {
        return Life.ignored(event, lives);
    }
}
