package org.enlace.node.watch;

import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.NavigationCount;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// How many wait for somebody's look, beside the entry.
@Component
@EnableConfigurationProperties(WatchSettings.class)
class WatchNavigation implements NavigationCount {
    private final WatchedEvents events;
    private final AccessRules rules;

    WatchNavigation(WatchedEvents events, AccessRules rules) {
        this.events = events;
        this.rules = rules;
    }

    @Override
    public String path() {
        return "/watch";
    }

    @Override
    public int count(Officer officer) {
        return rules.mayOpen(officer, Action.WATCH) ? events.waitingFor(officer.id()) : 0;
    }
}
