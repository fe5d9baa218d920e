package org.enlace.node.desk;

import org.enlace.node.access.Officer;
import org.enlace.node.web.NavigationCount;
import org.springframework.stereotype.Component;

/// How much is due, beside its entry in the navigation.
@Component
class FollowUpNavigation implements NavigationCount {
    private final FollowingUp following;

    FollowUpNavigation(FollowingUp following) {
        this.following = following;
    }

    @Override
    public String path() {
        return "/follow-ups";
    }

    @Override
    public int count(Officer officer) {
        return following.due(officer);
    }
}
