package org.enlace.node.casefile;

import java.util.Set;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.watch.Glass;
import org.enlace.node.watch.ReadBudget;
import org.springframework.stereotype.Component;

/// Every opening of what shows persons counts against the reader's budget, is told to the state that sent it, and says
/// if it was through a broken glass.
@Component
class WatchedReading {
    private final Reach reach;
    private final ReadBudget budget;
    private final OpeningsHere openings;

    WatchedReading(Reach reach, ReadBudget budget, OpeningsHere openings) {
        this.reach = reach;
        this.budget = budget;
        this.openings = openings;
    }

    /// Called before anything is shown.
    ///
    /// @throws org.enlace.node.web.ProblemFound if the reader has opened too many cases
    void count(Officer reader, MessageEntry entry, Set<Compartment> opened) {
        if (opened.stream().anyMatch(part -> part != Compartment.ALERT)) {
            budget.spend(reader, entry.reference());
        }
        openings.opened(entry, opened);
    }

    /// Why the reader looks at it, for the audit log.
    String purpose(Officer reader, MessageEntry entry) {
        return reach.throughGlass(reader, entry) == Glass.Open.NO
                ? Sight.purpose(entry.readAs()).name()
                : Purpose.BREAK_GLASS.name();
    }
}
