package org.enlace.node.desk;

import java.time.Instant;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;

/// One item that one officer hands to another. Until the other takes it, it stays with who holds it.
///
/// @param giver id of who held it then; null if nobody did
/// @param taker id of who is asked to take it
/// @param by id of who offered it: the giver, or a supervisor
/// @param event under which the words for the taker rest
/// @param answer under which it rests why it was declined; null if it was not
record Handover(
        UUID id,
        UUID item,
        MessageId message,
        @Nullable String giver,
        String taker,
        String by,
        Instant offeredAt,
        long event,
        @Nullable Result outcome,
        @Nullable Long answer) {

    /// How an offer ended.
    enum Result {
        TAKEN,
        DECLINED,
        /// By who offered it, or because another offer took its place.
        WITHDRAWN
    }

    boolean isOpen() {
        return outcome == null;
    }
}
