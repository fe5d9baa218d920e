package org.enlace.node.remark;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.message.Compartment;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;

/// What is the same for all that is said about a message: it stands in the case of the message, handled as it is.
interface RemarkFamily extends Family {

    @Override
    default boolean replies() {
        return true;
    }

    @Override
    default boolean handledAsReplied() {
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
        return replied.about().handling().unevaluated();
    }

    @Override
    default List<Card> cards() {
        return List.of();
    }
}
