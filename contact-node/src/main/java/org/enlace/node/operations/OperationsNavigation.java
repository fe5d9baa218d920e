package org.enlace.node.operations;

import org.enlace.node.access.Officer;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How many alarms nobody has dealt with, beside the entry of operations. A record in quarantine raises one.
@Component
class OperationsNavigation implements NavigationCount {
    private final Alarms alarms;

    OperationsNavigation(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public String path() {
        return "/operations";
    }

    @Override
    public int count(Officer officer) {
        return alarms.count();
    }
}
