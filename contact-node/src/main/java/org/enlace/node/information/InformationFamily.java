package org.enlace.node.information;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Family;

/// What is the same for a request and its answer. Whoever writes says how it may be used, whatever the other said.
interface InformationFamily extends Family {

    @Override
    default Action writing() {
        return Action.WRITE_INFORMATION;
    }

    @Override
    default List<Compartment> guarded() {
        return List.of(Compartment.POLICE, Compartment.IDENTITY);
    }

    @Override
    default Handling usualHandling() {
        return Handling.UNMARKED;
    }
}
