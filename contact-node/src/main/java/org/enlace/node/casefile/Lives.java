package org.enlace.node.casefile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.lifecycle.Act;
import org.enlace.lifecycle.Course;
import org.enlace.lifecycle.Moves;
import org.enlace.lifecycle.Party;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What both sides made of a message, recipient by recipient: read from what happened, so that it is the same on both
/// sides.
@Component
class Lives {
    /// As an envelope may be ahead; what claims more has not happened yet.
    private static final Duration CLOCK_AHEAD_MAX = Duration.ofMinutes(5);

    private final CaseMessages messages;
    private final CaseEvents events;
    private final CurrentDirectory directory;

    Lives(CaseMessages messages, CaseEvents events, CurrentDirectory directory) {
        this.messages = messages;
        this.events = events;
        this.directory = directory;
    }

    /// Of what we sent one for each recipient; of what we received ours alone, for nobody tells us of the others'.
    SortedMap<NodeId, Life> of(MessageEntry message) {
        return of(List.of(message)).getOrDefault(message.id(), new TreeMap<>());
    }

    Map<MessageId, SortedMap<NodeId, Life>> of(Collection<MessageEntry> wanted) {
        var happened = new HashMap<MessageId, List<CaseEvent>>();
        events.moves(wanted.stream().map(MessageEntry::id).toList())
                .forEach(event -> happened.computeIfAbsent(
                                Objects.requireNonNull(event.message()), _ -> new ArrayList<>())
                        .add(event));
        var lives = new HashMap<MessageId, SortedMap<NodeId, Life>>();
        for (var message : wanted) {
            lives.put(message.id(), of(message, happened.getOrDefault(message.id(), List.of())));
        }
        return lives;
    }

    private SortedMap<NodeId, Life> of(MessageEntry message, List<CaseEvent> happened) {
        var lives = new TreeMap<NodeId, Life>();
        if (message.side() == Side.RECEIVED) {
            lives.put(directory.self().code(), life(message, happened));
            return lives;
        }
        for (var recipient : messages.recipients(message.id())) {
            var theirs = happened.stream()
                    .filter(event -> recipient.equals(event.partner() == null ? event.toward() : event.partner()))
                    .toList();
            lives.put(recipient, life(message, theirs));
        }
        return lives;
    }

    private static Life life(MessageEntry message, List<CaseEvent> happened) {
        var acts = new ArrayList<Act>();
        var known = new ArrayList<@Nullable CaseEvent>();
        var decisions = new HashMap<CaseEvent, Moves.Decision>();
        for (var event : happened) {
            if (event.happenedAt().isAfter(event.recordedAt().plus(CLOCK_AHEAD_MAX))) {
                decisions.put(event, new Moves.NotFromHere());
                continue;
            }
            if (CaseAnswers.isAnswer(event.kind())) {
                CaseAnswers.acts(message.gist().type(), event).forEach(act -> {
                    acts.add(act);
                    known.add(null);
                });
                continue;
            }
            event.status(message)
                    .flatMap(status -> status.act(party(message, event)))
                    .ifPresent(act -> {
                        acts.add(act);
                        known.add(event);
                    });
        }
        var course = Course.of(acts);
        for (var i = 0; i < known.size(); i++) {
            var event = known.get(i);
            if (event != null) {
                decisions.put(event, course.decisions().get(i));
            }
        }
        return new Life(course, decisions);
    }

    private static Party party(MessageEntry message, CaseEvent event) {
        var ours = event.partner() == null;
        return ours == (message.side() == Side.SENT) ? Party.ORIGINATING : Party.RECEIVING;
    }
}
