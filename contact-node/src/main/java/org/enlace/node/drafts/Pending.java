package org.enlace.node.drafts;

import java.time.Instant;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// A message that needs a second person, before it leaves or after.
///
/// @param draft of the console; null for what came through the API
/// @param since when it came into its state
/// @param dueAt until when a review is owed; null where none is
/// @param decidedBy who released, returned or reviewed it last
record Pending(
        MessageId message,
        @Nullable UUID draft,
        OfficerId writer,
        MessageType type,
        Urgency urgency,
        CaseReference reference,
        ReleaseState state,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable OfficerId decidedBy) {

    boolean isOpen() {
        return state == ReleaseState.AWAITING_RELEASE || state == ReleaseState.REVIEW_OWED;
    }

    boolean overdue(Instant now) {
        return state == ReleaseState.REVIEW_OWED && dueAt != null && now.isAfter(dueAt);
    }
}
