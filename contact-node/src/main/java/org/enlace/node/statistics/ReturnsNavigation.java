package org.enlace.node.statistics;

import org.enlace.node.NodeSettings;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How many contact points have returned a year that nobody here has opened.
@Component
class ReturnsNavigation implements NavigationCount {
    private final ReceivedReturns rows;
    private final AccessRules rules;
    private final NodeSettings settings;

    ReturnsNavigation(ReceivedReturns rows, AccessRules rules, NodeSettings settings) {
        this.rows = rows;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public String path() {
        return "/statistics";
    }

    @Override
    public int count(Officer officer) {
        return rules.mayOpen(officer, Action.RETURN_STATISTICS) ? rows.unopened(settings.usualMode()) : 0;
    }
}
