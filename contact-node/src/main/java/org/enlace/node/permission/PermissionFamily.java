package org.enlace.node.permission;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;

/// What is the same for a request and the decision on it: both stand in the case of the message, handled as it is.
interface PermissionFamily extends Family {

    @Override
    default Action writing() {
        return Action.WRITE_PERMISSION;
    }

    @Override
    default boolean replies() {
        return true;
    }

    @Override
    default List<Compartment> guarded() {
        return List.of();
    }

    @Override
    default Handling usualHandling() {
        return Handling.UNMARKED;
    }

    @Override
    default Handling handlingOf(OpenedMessage replied) {
        return replied.about().handling();
    }

    @Override
    default List<Card> cards() {
        return List.of();
    }
}
