package org.enlace.node.casefile;

import java.util.Locale;
import java.util.Set;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.Party;

/// Why a step is for somebody else.
public enum Barred {
    OTHER_SIDE,
    SUPERVISOR_ONLY,
    SENDER_ONLY,
    SENDER_OR_SUPERVISOR_ONLY,
    CARE_ROLES_ONLY,
    WORKER_ONLY,
    DUTY_ONLY,
    CASE_ROLES_ONLY;

    /// @param may who may take it
    public static Barred of(Set<Actor> may, Party here) {
        if (may.stream().noneMatch(actor -> actor.party() == here)) {
            return OTHER_SIDE;
        }
        if (may.contains(Actor.ORIGINATOR)) {
            return may.contains(Actor.ORIGINATING_SUPERVISOR) ? SENDER_OR_SUPERVISOR_ONLY : SENDER_ONLY;
        }
        if (may.contains(Actor.RECEIVING_SUPERVISOR) || may.contains(Actor.ORIGINATING_SUPERVISOR)) {
            return SUPERVISOR_ONLY;
        }
        if (may.contains(Actor.COMPETENT_OFFICER)) {
            return CARE_ROLES_ONLY;
        }
        if (may.contains(Actor.CASE_WORKER)) {
            return WORKER_ONLY;
        }
        return may.contains(Actor.RECEIVING_OFFICER) ? DUTY_ONLY : CASE_ROLES_ONLY;
    }

    /// Its form in texts.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
