package org.enlace.node.desk;

import org.enlace.node.access.Officer;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How much an officer is asked to take, beside its entry in the navigation.
@Component
class HandoverNavigation implements NavigationCount {
    private final HeldItems items;

    HandoverNavigation(HeldItems items) {
        this.items = items;
    }

    @Override
    public String path() {
        return HandoverPages.PATH;
    }

    @Override
    public int count(Officer officer) {
        return items.waiting(officer);
    }
}
