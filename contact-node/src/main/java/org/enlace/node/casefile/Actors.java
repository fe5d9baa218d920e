package org.enlace.node.casefile;

import java.util.EnumSet;
import java.util.Set;
import org.enlace.lifecycle.Actor;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an officer of ours is to a message.
@Component
public class Actors {
    private static final Set<Role> CARE = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER);
    private static final Set<Role> POLICE_WORK = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER, Role.INVESTIGATOR);

    private final AccessRules rules;

    Actors(AccessRules rules) {
        this.rules = rules;
    }

    /// @param owner id of the officer who has it here; null if nobody has
    public Set<Actor> of(Officer officer, MessageEntry message, @Nullable String owner) {
        var admitted = officer.without(message.closedTo())
                .filter(left -> new Sight(left, rules).sees(message))
                .orElse(null);
        if (admitted == null) {
            return EnumSet.noneOf(Actor.class);
        }
        return message.side() == Side.SENT ? originating(admitted, message) : receiving(admitted, message, owner);
    }

    private Set<Actor> originating(Officer officer, MessageEntry message) {
        var actors = EnumSet.noneOf(Actor.class);
        if (officer.id().value().equals(message.author())) {
            actors.add(Actor.ORIGINATOR);
        }
        if (rules.mayOpen(officer, Action.WORK_CASES)) {
            actors.add(Actor.ORIGINATING_OFFICER);
        }
        if (holds(officer, CARE)) {
            actors.add(Actor.ORIGINATING_CASE_WORKER);
        }
        if (officer.is(Role.SUPERVISOR)) {
            actors.add(Actor.ORIGINATING_SUPERVISOR);
        }
        return actors;
    }

    private Set<Actor> receiving(Officer officer, MessageEntry message, @Nullable String owner) {
        var actors = EnumSet.noneOf(Actor.class);
        var theirs = officer.id().value().equals(owner);
        var forCare = message.gist().type().isForCare();
        if (rules.mayOpen(officer, Action.ACKNOWLEDGE) || theirs) {
            actors.add(Actor.RECEIVING_OFFICER);
        }
        if (forCare ? holds(officer, CARE) : rules.mayOpen(officer, Action.WORK_CASES)) {
            actors.add(Actor.COMPETENT_OFFICER);
        }
        if (theirs || holds(officer, forCare ? CARE : POLICE_WORK)) {
            actors.add(Actor.CASE_WORKER);
        }
        if (officer.is(Role.SUPERVISOR)) {
            actors.add(Actor.RECEIVING_SUPERVISOR);
        }
        return actors;
    }

    private static boolean holds(Officer officer, Set<Role> roles) {
        return officer.roles().stream().anyMatch(roles::contains);
    }
}
