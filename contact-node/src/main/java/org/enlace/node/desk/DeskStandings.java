package org.enlace.node.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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

    private static final List<String> REFUSED = List.of("REFUSED");

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
                            isTakenOn(item),
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

    /// Whoever refuses to answer has not taken it on, and learns no name by it.
    private static boolean isTakenOn(DeskItem item) {
        return ACCEPTED.contains(item.state())
                && !(item.state() == BusinessState.COMPLETED && item.answers().equals(REFUSED));
    }
}
