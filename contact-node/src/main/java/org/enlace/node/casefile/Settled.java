package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.lifecycle.BusinessState;
import org.jspecify.annotations.Nullable;

/// What waits for a message is another thing now, whatever it was. Published inside the transaction that made it so.
///
/// @param due until when somebody has to act, null if nobody has to any more
/// @param urgent whether the desk rings
public record Settled(
        MessageEntry message, BusinessState state, @Nullable Instant due, boolean urgent) {

    /// It went with the message of which it speaks: nobody has to act.
    static Settled gone(MessageEntry remark) {
        var end = remark.consentEnded() ? BusinessState.CONSENT_WITHDRAWN : BusinessState.WITHDRAWN;
        return new Settled(remark, end, null, false);
    }
}
