package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// A case as one officer may see it: one message opened, the others as headlines, and what happened.
///
/// @param messages all that the officer may see, oldest first
/// @param standings how far each has come
/// @param recipients of the opened message
/// @param events newest first
record CaseContents(
        OpenedMessage open,
        List<MessageEntry> messages,
        Map<MessageId, Standing> standings,
        List<NodeId> recipients,
        List<CaseEvent> events) {}
