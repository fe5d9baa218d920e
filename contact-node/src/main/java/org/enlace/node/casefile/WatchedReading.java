package org.enlace.node.casefile;

import java.util.Optional;
import java.util.Set;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.watch.Glass;
import org.enlace.node.watch.ReadBudget;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.springframework.stereotype.Component;

/// Every opening of what shows persons counts against the reader's budget, is told to the state that sent it, and says
/// if it was through a broken glass.
@Component
class WatchedReading {
    private final Reach reach;
    private final ReadBudget budget;
    private final OpeningsHere openings;
    private final StatedPurposes purposes;

    WatchedReading(Reach reach, ReadBudget budget, OpeningsHere openings, StatedPurposes purposes) {
        this.reach = reach;
        this.budget = budget;
        this.openings = openings;
        this.purposes = purposes;
    }

    /// Called before anything is shown.
    ///
    /// @throws org.enlace.node.web.ProblemFound if the reader has opened too many cases
    void count(Officer reader, MessageEntry entry, Set<Compartment> opened) {
        if (showsPersons(opened)) {
            budget.spend(reader, entry.reference());
        }
        openings.opened(entry, opened);
    }

    /// Why the reader looks at it, for the audit log; empty if what it is says so already.
    ///
    /// @throws ProblemFound if the reader has to say so first
    Optional<String> purpose(Officer reader, MessageEntry entry, Set<Compartment> opened) {
        if (reach.throughGlass(reader, entry) != Glass.Open.NO) {
            return Optional.of(Purpose.BREAK_GLASS.name());
        }
        if (showsPersons(opened) && !purposes.choices(entry).isEmpty()) {
            return Optional.of(purposes.stated(entry, reader)
                    .orElseThrow(() ->
                            ProblemFound.goingOn(ProblemKind.PURPOSE_FIRST, "/messages/" + entry.id() + "/purpose")));
        }
        return Optional.empty();
    }

    private static boolean showsPersons(Set<Compartment> opened) {
        return opened.stream().anyMatch(part -> part != Compartment.ALERT);
    }
}
