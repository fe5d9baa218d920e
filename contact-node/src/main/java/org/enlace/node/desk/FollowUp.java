package org.enlace.node.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;

/// A day on which somebody here looks again how a person is.
///
/// @param finding code of list `follow-up-finding`; null while nobody has looked
record FollowUp(
        UUID id, MessageId message, LocalDate due, @Nullable String finding) {
    boolean isOpen() {
        return finding == null;
    }

    boolean overdue(LocalDate today) {
        return due.isBefore(today);
    }
}
