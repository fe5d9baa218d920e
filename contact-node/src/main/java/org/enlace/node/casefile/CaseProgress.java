package org.enlace.node.casefile;

import java.util.List;
import java.util.SortedMap;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// How far a message has come, without anything of what it says.
record CaseProgress(
        MessageEntry message,
        @Nullable Standing standing,
        SortedMap<NodeId, Life> lives,
        List<NodeId> recipients,
        List<CaseEvent> events) {}
