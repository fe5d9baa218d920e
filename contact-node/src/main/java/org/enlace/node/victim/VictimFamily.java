package org.enlace.node.victim;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Family;

/// What is the same for every message about a victim.
interface VictimFamily extends Family {

    @Override
    default Action writing() {
        return Action.WRITE_ASSISTANCE;
    }

    @Override
    default List<Compartment> guarded() {
        return List.of(Compartment.PROTECTION, Compartment.IDENTITY);
    }

    @Override
    default Handling usualHandling() {
        return Handling.DEFAULT_VICTIM;
    }

    @Override
    default ChildInvolved childIn(Message message) {
        return VictimReading.childIn(message);
    }
}
