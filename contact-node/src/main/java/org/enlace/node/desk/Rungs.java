package org.enlace.node.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Rung;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.duty.DutyRoster;
import org.enlace.node.duty.Shift;
import org.springframework.stereotype.Component;

/// Who stands on a rung now: only officers who work here and who may see the message.
@Component
class Rungs {
    private final Officers officers;
    private final DutyRoster roster;
    private final Reach reach;
    private final AccessRules rules;

    Rungs(Officers officers, DutyRoster roster, Reach reach, AccessRules rules) {
        this.officers = officers;
        this.roster = roster;
        this.reach = reach;
        this.rules = rules;
    }

    List<Officer> on(Rung rung, DeskItem item, MessageEntry message, Instant now) {
        return officers.working().stream()
                .filter(officer -> stands(officer, rung, item, now))
                .filter(officer -> reach.sight(officer).sees(message))
                .toList();
    }

    private boolean stands(Officer officer, Rung rung, DeskItem item, Instant now) {
        return switch (rung) {
            case HOLDER -> officer.id().value().equals(item.owner());
            case ON_DUTY -> onDuty(now).contains(officer.id());
            case STAND_IN -> standIns(now).contains(officer.id());
            case SUPERVISOR -> officer.is(Role.SUPERVISOR);
            case UNIT -> rules.mayOpen(officer, Action.READ_DESK) || rules.mayOpen(officer, Action.READ_ASSISTANCE);
            case SENDER -> false;
        };
    }

    private Set<OfficerId> onDuty(Instant now) {
        return roster.at(now).stream().map(Shift::officer).collect(Collectors.toSet());
    }

    private Set<OfficerId> standIns(Instant now) {
        return roster.at(now).stream()
                .map(Shift::standIn)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
