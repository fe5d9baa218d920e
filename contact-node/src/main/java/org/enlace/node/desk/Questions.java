package org.enlace.node.desk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Life;
import org.enlace.node.casefile.Side;

/// What is particular to a message that asks: it is done when it is answered, and being taken on is no answer.
final class Questions {
    private static final Set<BusinessState> TAKEN_BACK =
            EnumSet.of(BusinessState.WITHDRAWN, BusinessState.CONSENT_WITHDRAWN, BusinessState.ENTERED_IN_ERROR);

    private Questions() {}

    /// @param settled as a message that is not a question would be
    /// @param answered who has given a final answer
    static DeskItem settled(DeskItem settled, Map<NodeId, Life> lives, Set<NodeId> answered, Side side) {
        if (TAKEN_BACK.contains(settled.state())) {
            return settled;
        }
        var owing = lives.entrySet().stream()
                .filter(life -> !answered.contains(life.getKey()))
                .map(life -> life.getValue().course().state())
                .filter(BusinessState::isOpen)
                .toList();
        if (owing.isEmpty()) {
            return answered.containsAll(lives.keySet())
                    ? settled.now(side == Side.SENT ? BusinessState.CLOSED : BusinessState.COMPLETED, false, null)
                    : settled;
        }
        var stands = owing.stream().allMatch(BusinessState::clockPaused);
        var due = owing.contains(BusinessState.RECEIVED) ? settled.ackDue() : stands ? null : settled.answerDue();
        return settled.now(first(owing, side), true, due);
    }

    /// What counts of those who still owe an answer: first what they ask of us, then who is least far.
    private static BusinessState first(List<BusinessState> owing, Side side) {
        if (owing.contains(BusinessState.NEEDS_INFO)) {
            return BusinessState.NEEDS_INFO;
        }
        var least = Collections.min(owing);
        return side == Side.SENT && least == BusinessState.RECEIVED ? BusinessState.SENT : least;
    }
}
