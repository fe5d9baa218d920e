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

    /// Who works here and who is on duty at one moment, read once for all rungs.
    record Present(List<Officer> working, Set<OfficerId> onDuty, Set<OfficerId> standIns) {}

    Present at(Instant now) {
        var shifts = roster.at(now);
        return new Present(
                officers.working(),
                shifts.stream().map(Shift::officer).collect(Collectors.toSet()),
                shifts.stream().map(Shift::standIn).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    List<Officer> on(Rung rung, DeskItem item, MessageEntry message, Present present) {
        return present.working().stream()
                .filter(officer -> stands(officer, rung, item, present))
                .filter(officer -> reach.sight(officer).sees(message))
                .toList();
    }

    private boolean stands(Officer officer, Rung rung, DeskItem item, Present present) {
        return switch (rung) {
            case HOLDER -> officer.id().value().equals(item.owner());
            case ON_DUTY -> present.onDuty().contains(officer.id());
            case STAND_IN -> present.standIns().contains(officer.id());
            case SUPERVISOR -> officer.is(Role.SUPERVISOR);
            case UNIT -> rules.mayOpen(officer, Action.READ_DESK) || rules.mayOpen(officer, Action.READ_ASSISTANCE);
            case SENDER -> false;
        };
    }
}
