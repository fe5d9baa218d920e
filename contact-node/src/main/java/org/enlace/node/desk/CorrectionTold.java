package org.enlace.node.desk;

import org.enlace.message.StatusKind;
import org.enlace.node.casefile.CorrectionRead;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells the sender of a correction that an officer here has read it.
@Component
class CorrectionTold {
    private final Replies replies;

    CorrectionTold(Replies replies) {
        this.replies = replies;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(CorrectionRead correction) {
        var message = correction.message();
        replies.tell(message, message.partner(), StatusKind.NOTE, correction.by(), correction.event());
    }
}
