package org.enlace.node.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The messages of some kinds as one officer may see them, newest first, in a constant number of queries.
@Component
public class MessageLists {
    private static final int PAGE = 25;

    private final CaseMessages messages;
    private final Reach reach;
    private final Standings standings;
    private final Deliveries deliveries;
    private final Headlines headlines;
    private final Labels labels;
    private final StateWords states;

    MessageLists(
            CaseMessages messages,
            Reach reach,
            Standings standings,
            Deliveries deliveries,
            Headlines headlines,
            Labels labels,
            StateWords states) {
        this.messages = messages;
        this.reach = reach;
        this.standings = standings;
        this.deliveries = deliveries;
        this.headlines = headlines;
        this.labels = labels;
        this.states = states;
    }

    /// @param before where the page before ended, from its `older`
    /// @throws Unseen if `before` is no such place
    @Transactional(readOnly = true)
    public MessageList of(Collection<MessageType> types, @Nullable String before, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var place = place(before);
        var found = messages.list(reach.sight(officer), types, place, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var ids = shown.stream().map(MessageEntry::id).toList();
        var how = standings.of(ids);
        var ways = deliveries.of(ids);
        return new MessageList(
                shown.stream().map(message -> row(message, how, ways, page)).toList(),
                found.size() > PAGE ? ended(shown.getLast()).code() : null,
                place.equals(MessagePlace.TOP));
    }

    private MessageList.Row row(
            MessageEntry message, Map<MessageId, Standing> how, Map<MessageId, List<Delivery>> ways, PageContext page) {
        var reader = page.locale();
        return new MessageList.Row(
                message.reference().value(),
                message.id().toString(),
                headlines.of(message, reader),
                message.urgency().name(),
                labels.of("urgency", message.urgency(), reader),
                headlines.chips(message, reader),
                message.partner(),
                message.side() == Side.SENT,
                states.of(
                        Standing.stateOf(message, how.get(message.id())),
                        message.gist().type(),
                        Standing.answersOf(how.get(message.id())),
                        reader),
                ways.getOrDefault(message.id(), List.of()).stream()
                        .map(way -> new MessageList.Reached(
                                way.recipient(), labels.of("transport-state", way.state(), reader)))
                        .toList(),
                message.storedAt());
    }

    private static MessagePlace ended(MessageEntry message) {
        return new MessagePlace(message.storedAt(), message.id().value());
    }

    private static MessagePlace place(@Nullable String code) {
        try {
            return code == null ? MessagePlace.TOP : MessagePlace.parse(code);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }
}
