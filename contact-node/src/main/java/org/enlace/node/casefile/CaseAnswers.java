package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.lifecycle.Act;
import org.enlace.lifecycle.BusinessEvent;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Party;
import org.enlace.message.AnswerKind;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which answer to a message that asks stands. The first final one does; whatever comes after it is kept beside
/// it and changes nothing.
@Component
class CaseAnswers {
    private static final Set<CaseEventKind> ENDS =
            EnumSet.of(CaseEventKind.FINAL_ANSWER, CaseEventKind.DECLINED, CaseEventKind.CLOSED);

    private static final int SHOWN_MAX = 8;

    private final CaseMessages messages;
    private final CaseEvents events;
    private final CurrentDirectory directory;

    CaseAnswers(CaseMessages messages, CaseEvents events, CurrentDirectory directory) {
        this.messages = messages;
        this.events = events;
        this.directory = directory;
    }

    /// The request of ours that a partner answers.
    ///
    /// @throws UnknownMessage if no such message is here
    /// @param type of what it says it answers
    /// @throws NotAsked if that partner was never asked by it
    MessageEntry asked(@Nullable MessageId request, NodeId partner, MessageType type) {
        if (request == null) {
            throw new NotAsked(partner);
        }
        var found = messages.find(request).orElseThrow(() -> new UnknownMessage(request));
        if (found.side() != Side.SENT
                || found.gist().type() != type
                || !messages.recipients(request).contains(partner)) {
            throw new NotAsked(partner);
        }
        return found;
    }

    /// The request of a partner that we answer.
    Optional<MessageEntry> received(NodeId partner, @Nullable MessageId request, MessageType type) {
        return request == null
                ? Optional.empty()
                : messages.received(partner, request)
                        .filter(message -> message.gist().type() == type);
    }

    /// What such an answer now is to its request. Whoever asks holds the case, so that of two at once one is first.
    ///
    /// @param by who answers, null for this node
    /// @param ends whether nothing more is owed after it
    CaseEventKind kind(MessageEntry request, @Nullable NodeId by, boolean ends) {
        if (ended(request.id(), by)) {
            return CaseEventKind.FURTHER_ANSWER;
        }
        return ends ? CaseEventKind.FINAL_ANSWER : CaseEventKind.INTERMEDIATE_ANSWER;
    }

    /// @param by null for this node
    boolean ended(MessageId request, @Nullable NodeId by) {
        return events.answers(request).stream()
                .anyMatch(event -> Objects.equals(event.partner(), by) && ENDS.contains(event.kind()));
    }

    /// The answer that stands of each who gave one, as codes of the list for its kind, each once.
    List<String> standing(MessageId request) {
        var standing = new LinkedHashMap<String, CaseEvent>();
        for (var event : events.answers(request)) {
            var by = event.partner() == null ? "" : event.partner().value();
            var earlier = standing.get(by);
            var open = earlier == null || earlier.kind() == CaseEventKind.INTERMEDIATE_ANSWER;
            if (open && event.ground() != null && isAnswer(event.kind())) {
                standing.put(by, event);
            }
        }
        return standing.values().stream()
                .map(CaseEvent::ground)
                .filter(Objects::nonNull)
                .distinct()
                .limit(SHOWN_MAX)
                .toList();
    }

    /// Who has given a final answer.
    Set<NodeId> ended(MessageEntry request) {
        return events.answers(request.id()).stream()
                .filter(event -> event.kind() == CaseEventKind.FINAL_ANSWER)
                .map(event -> event.partner() == null ? directory.code() : event.partner())
                .collect(Collectors.toSet());
    }

    /// An answer was taken back: it counts no more. What came after it from the same side counts as if it had never
    /// been.
    ///
    /// @param asking what it answered
    /// @param request by which its author knows that
    /// @return the requests that it answered
    List<MessageEntry> takeBack(
            MessageEntry answer, Asking asking, @Nullable MessageId request, Collection<NodeId> recipients) {
        var ours = answer.side() == Side.SENT;
        var by = ours ? null : answer.partner();
        var requests = ours
                ? recipients.stream()
                        .flatMap(to -> received(to, request, asking.asked()).stream())
                        .toList()
                : Stream.ofNullable(request)
                        .flatMap(id -> messages.find(id).stream())
                        .filter(found -> found.side() == Side.SENT)
                        .toList();
        for (var one : requests) {
            events.takeBackAnswer(one.id(), answer.id());
            for (var further : events.furtherAnswers(one.id(), by)) {
                events.counts(further, kind(one, by, further.ends()));
            }
        }
        return requests;
    }

    /// What an answer does to the life of its request: it is taken with it, and it may ask, pass it on or end it.
    ///
    /// @param asked what kind of message it answers
    static List<Act> acts(MessageType asked, CaseEvent answer) {
        var acts = new ArrayList<Act>();
        acts.add(act(answer, BusinessEvent.ACKNOWLEDGE, Condition.PERSON_NAMED));
        if (answer.kind() == CaseEventKind.FINAL_ANSWER) {
            acts.add(act(answer, BusinessEvent.ACCEPT, Condition.CASE_WORKER_AND_START_NAMED));
            acts.add(act(answer, BusinessEvent.START));
            acts.add(act(answer, BusinessEvent.COMPLETE, Condition.OUTCOME_AND_FOLLOW_UP_GIVEN));
        } else if (answer.kind() == CaseEventKind.INTERMEDIATE_ANSWER) {
            var said = Objects.requireNonNullElse(answer.ground(), "");
            if (Asking.of(asked).filter(asking -> asking.asksBack(said)).isPresent()) {
                acts.add(act(answer, BusinessEvent.ASK, Condition.QUESTION_GIVEN));
            } else if (said.equals(AnswerKind.FORWARDED.name())) {
                acts.add(act(
                        answer,
                        BusinessEvent.FORWARD,
                        Condition.AUTHORITY_NAMED,
                        Condition.CONSENT_AND_HANDLING_ALLOW));
            }
        }
        return acts;
    }

    private static Act act(CaseEvent answer, BusinessEvent event, Condition... met) {
        return new Act(Party.RECEIVING, event, answer.happenedAt(), Set.of(met), null);
    }

    static boolean isAnswer(CaseEventKind kind) {
        return kind == CaseEventKind.FINAL_ANSWER
                || kind == CaseEventKind.INTERMEDIATE_ANSWER
                || kind == CaseEventKind.FURTHER_ANSWER
                || kind == CaseEventKind.ANSWER_RECALLED;
    }
}
