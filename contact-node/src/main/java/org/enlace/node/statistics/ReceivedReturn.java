package org.enlace.node.statistics;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What a contact point returned of a year. Of several versions the newest stands.
///
/// @param given id of the message, as its sender gave it
/// @param number of the version, from 1
/// @param reason of a correction, code of list `correction-reason` or of a newer version of it
/// @param withdrawn names of the tables that it takes back
/// @param releasedAt when the figures were published there
/// @param pseudonym of their officer
/// @param openedAt when somebody here opened it first; null if nobody has
record ReceivedReturn(
        UUID id,
        NodeId sender,
        MessageId given,
        int year,
        Mode mode,
        int number,
        @Nullable String reason,
        SortedSet<String> withdrawn,
        Instant releasedAt,
        String pseudonym,
        Instant receivedAt,
        @Nullable Instant openedAt) {}
