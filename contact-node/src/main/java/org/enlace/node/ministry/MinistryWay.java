package org.enlace.node.ministry;

import java.util.Optional;
import org.enlace.node.access.MinistryLinks;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Presence;
import org.enlace.node.web.OtherWay;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Offers the ministry's account where officers come in.
@Component
class MinistryWay implements OtherWay {
    private final Ministry ministry;
    private final MinistryLinks links;

    MinistryWay(Ministry ministry, MinistryLinks links) {
        this.ministry = ministry;
        this.links = links;
    }

    @Override
    public Optional<Lead> signIn(PageContext page) {
        return lead(ministry.on(), MinistryPages.DOOR, "ministry.enter", page);
    }

    @Override
    public Optional<Lead> proof(PageContext page, Officer officer, Presence presence) {
        return lead(ministry.proves(officer), MinistryPages.HOME + "/prove", "ministry.prove", page);
    }

    @Override
    public Optional<Lead> profile(PageContext page, Officer officer) {
        // Who has one can take it off also where the node offers it no more.
        var linked = links.since(officer.id()).isPresent();
        return lead(
                ministry.on() || linked, MinistryPages.HOME, linked ? "ministry.manage" : "ministry.link.begin", page);
    }

    private Optional<Lead> lead(boolean offered, String address, String text, PageContext page) {
        return offered ? Optional.of(new Lead(address, page.text(text, "name", ministry.name()))) : Optional.empty();
    }
}
