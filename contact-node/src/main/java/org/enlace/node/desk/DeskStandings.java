package org.enlace.node.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.Standing;
import org.enlace.node.casefile.Standings;
import org.springframework.stereotype.Component;

/// Tells the cases how far their messages have come.
@Component
class DeskStandings implements Standings {
    /// From here on this contact point has the case.
    private static final Set<BusinessState> ACCEPTED = EnumSet.of(
            BusinessState.ACCEPTED,
            BusinessState.IN_PROGRESS,
            BusinessState.WITHDRAWAL_REQUESTED,
            BusinessState.COMPLETED);

    private final DeskItems items;

    DeskStandings(DeskItems items) {
        this.items = items;
    }

    @Override
    public Map<MessageId, Standing> of(Collection<MessageId> messages) {
        var standings = new HashMap<MessageId, Standing>();
        for (var item : items.of(messages)) {
            standings.put(
                    item.message(),
                    new Standing(
                            item.id(),
                            item.state().name(),
                            ACCEPTED.contains(item.state()),
                            item.owner(),
                            item.takenAt(),
                            item.ackDue(),
                            item.answerDue(),
                            item.due(),
                            item.clockFrom(),
                            item.answers(),
                            item.untold()));
        }
        return standings;
    }
}
