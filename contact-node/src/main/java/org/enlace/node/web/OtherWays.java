package org.enlace.node.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Presence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All ways of this node that are not name, password and code.
@Component
final class OtherWays {
    private final ObjectProvider<OtherWay> ways;

    OtherWays(ObjectProvider<OtherWay> ways) {
        this.ways = ways;
    }

    List<OtherWay.Lead> signIn(PageContext page) {
        return leads(way -> way.signIn(page));
    }

    List<OtherWay.Lead> proof(PageContext page, Officer officer, Presence presence) {
        return leads(way -> way.proof(page, officer, presence));
    }

    List<OtherWay.Lead> profile(PageContext page, Officer officer) {
        return leads(way -> way.profile(page, officer));
    }

    private List<OtherWay.Lead> leads(Function<OtherWay, Optional<OtherWay.Lead>> lead) {
        return ways.orderedStream().map(lead).flatMap(Optional::stream).toList();
    }
}
