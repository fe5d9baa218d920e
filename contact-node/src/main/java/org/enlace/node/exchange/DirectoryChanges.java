package org.enlace.node.exchange;

import java.util.EnumSet;
import java.util.Set;
import org.enlace.directory.DirectoryRejection;
import org.enlace.directory.Member;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.directory.DirectoryUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What follows from a version of the directory that was offered: records that waited for it are opened again, and what
/// cannot be trusted is said aloud.
@Component
class DirectoryChanges {
    private static final Logger log = LoggerFactory.getLogger(DirectoryChanges.class);
    /// Nothing is wrong with these; they are early or late.
    private static final Set<DirectoryRejection> TIMELY =
            EnumSet.of(DirectoryRejection.GAP, DirectoryRejection.EXPIRED, DirectoryRejection.FROM_THE_FUTURE);

    private final InboxRows inbox;
    private final StreamRows streams;
    private final Alarms alarms;
    private final CurrentDirectory directory;

    DirectoryChanges(InboxRows inbox, StreamRows streams, Alarms alarms, CurrentDirectory directory) {
        this.inbox = inbox;
        this.streams = streams;
        this.alarms = alarms;
        this.directory = directory;
    }

    @Transactional
    public void after(DirectoryUpdates.Outcome outcome) {
        for (DirectoryRejection why : outcome.refused()) {
            alarms.raise(
                    AlarmKind.DIRECTORY_REFUSED,
                    why.name(),
                    "version=" + directory.current().version());
        }
        if (outcome.moved()) {
            TIMELY.forEach(why -> alarms.clear(AlarmKind.DIRECTORY_REFUSED, why.name()));
            moved();
        }
    }

    /// Records that a newer version may explain are opened again, and new partners can be written to.
    @Transactional
    public void moved() {
        streams.begin(directory.partners().stream().map(Member::code).toList());
        int again = inbox.retryParkedForDirectory();
        if (again > 0) {
            log.atInfo().addKeyValue("records", again).log("Records that waited for the directory are opened again");
        }
    }

    void denied(String topic) {
        alarms.raise(AlarmKind.TOPIC_DENIED, topic, "");
    }
}
