package org.enlace.node.desk;

import java.time.Clock;
import org.enlace.message.StatusKind;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.FilesArrived;
import org.enlace.node.casefile.FilesWanted;
import org.enlace.node.casefile.Side;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells the sender of a message how its files stand here: that all have arrived, which this node says by itself and
/// once, and that some are missing, when an officer says so.
@Component
class FilesTold {
    private final CaseFiles files;
    private final Replies replies;
    private final Clock clock;

    FilesTold(CaseFiles files, Replies replies, Clock clock) {
        this.files = files;
        this.replies = replies;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(FilesArrived arrived) {
        files.find(arrived.message())
                .filter(message -> message.side() == Side.RECEIVED && message.recalled() == null)
                .ifPresent(message -> {
                    var now = clock.instant();
                    files.hold(message);
                    files.recordFilesHere(message, now).ifPresent(event -> replies.tellByNode(message, event, now));
                });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void wanted(FilesWanted wanted) {
        var message = wanted.message();
        files.hold(message);
        var event =
                files.recordOwn(message, CaseEventKind.FILES_WANTED, wanted.by(), Doing.PLAIN, null, clock.instant());
        replies.tell(message, message.partner(), StatusKind.NOTE, wanted.by(), event);
    }
}
