package org.enlace.node.officers;

import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerRequests;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How many changes of officers wait for this officer's word, beside the entry.
@Component
class OfficersNavigation implements NavigationCount {
    private final OfficerRequests requests;
    private final AccessRules rules;

    OfficersNavigation(OfficerRequests requests, AccessRules rules) {
        this.requests = requests;
        this.rules = rules;
    }

    @Override
    public String path() {
        return "/officers";
    }

    @Override
    public int count(Officer officer) {
        return rules.mayOpen(officer, Action.DECIDE_OFFICERS) ? requests.waitingFor(officer) : 0;
    }
}
