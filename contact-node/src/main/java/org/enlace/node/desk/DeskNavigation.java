package org.enlace.node.desk;

import java.time.Clock;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Reach;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How much nobody has taken yet, beside the desk's entry in the navigation.
@Component
class DeskNavigation implements NavigationCount {
    private final DeskItems items;
    private final Reach reach;
    private final Clock clock;

    DeskNavigation(DeskItems items, Reach reach, Clock clock) {
        this.items = items;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/desk";
    }

    @Override
    public int count(Officer officer) {
        return items.counts(reach.sight(officer), officer.id(), clock.instant()).ack();
    }
}
