package org.enlace.node.matching;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.enlace.message.MatchQuery;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.Reach;
import org.enlace.node.web.NavigationCount;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What partners found of ours, for those who may see the message: somebody looks at each.
@Component
@EnableConfigurationProperties(MatchingSettings.class)
class FoundHere implements NavigationCount {
    private static final int SHOWN_MAX = 50;

    private final HitRows rows;
    private final Reach reach;
    private final AccessRules rules;
    private final AuditLog audit;
    private final Clock clock;

    FoundHere(HitRows rows, Reach reach, AccessRules rules, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.reach = reach;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<HitRows.Hit> seenBy(Officer officer) {
        return rows.seen(reach.sight(officer), SHOWN_MAX);
    }

    /// @return false if there is none for this officer
    @Transactional
    public boolean review(UUID id, Officer officer) {
        var hit = rows.find(id, reach.sight(officer));
        if (hit.isEmpty()) {
            return false;
        }
        if (rows.review(id, officer.id(), clock.instant())) {
            audit.write(new AuditEntry(
                    officer.pseudonym(),
                    "REVIEW_HIT",
                    MatchQuery.reference(hit.get().partner(), hit.get().query()),
                    hit.get().purpose(),
                    AuditEntry.DONE));
        }
        return true;
    }

    @Override
    public String path() {
        return "/queries";
    }

    @Override
    public int count(Officer officer) {
        return rules.mayOpen(officer, Action.ASK_PRIVATELY) ? rows.open(reach.sight(officer)) : 0;
    }
}
