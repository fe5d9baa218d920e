package org.enlace.node.drafts;

import org.enlace.node.access.Officer;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How much waits for a second person, beside its entry in the navigation.
@Component
class ReleaseNavigation implements NavigationCount {
    private final ReleaseReading reading;

    ReleaseNavigation(ReleaseReading reading) {
        this.reading = reading;
    }

    @Override
    public String path() {
        return "/release";
    }

    @Override
    public int count(Officer officer) {
        return reading.count(officer);
    }
}
