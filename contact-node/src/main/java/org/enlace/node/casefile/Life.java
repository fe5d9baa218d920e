package org.enlace.node.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.lifecycle.Course;
import org.enlace.lifecycle.Moves;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// The life of a message at one recipient.
///
/// @param decisions what became of each event; an event that moves nothing is not there
public record Life(Course course, Map<CaseEvent, Moves.Decision> decisions) {

    /// Why an event changed nothing; empty if it did, or was not meant to.
    Optional<Moves.Decision> ignored(CaseEvent event) {
        return Optional.ofNullable(decisions.get(event)).filter(decision -> !(decision instanceof Moves.Allowed));
    }

    /// The same among the lives of several messages.
    static Optional<Moves.Decision> ignored(CaseEvent event, Map<MessageId, SortedMap<NodeId, Life>> lives) {
        var message = event.message();
        return message == null
                ? Optional.empty()
                : lives.getOrDefault(message, new TreeMap<>()).values().stream()
                        .flatMap(life -> life.ignored(event).stream())
                        .findFirst();
    }
}
