package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.MessageId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.Callings;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.StateWords;
import org.enlace.node.desk.DeskScreen.Clock;
import org.enlace.node.desk.DeskScreen.Row;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One row of the list in the words of its reader. Everything in it is a code, a pseudonym, a time or a colleague's
/// name.
@Component
class DeskRows {
    private final Headlines headlines;
    private final StateWords states;
    private final OfficerNames names;
    private final AccessRules rules;
    private final CurrentDirectory directory;
    private final Callings callings;
    private final Labels labels;
    private final ReadMarks marks;

    DeskRows(
            Headlines headlines,
            StateWords states,
            OfficerNames names,
            AccessRules rules,
            CurrentDirectory directory,
            Callings callings,
            Labels labels,
            ReadMarks marks) {
        this.marks = marks;
        this.callings = callings;
        this.labels = labels;
        this.headlines = headlines;
        this.states = states;
        this.names = names;
        this.rules = rules;
        this.directory = directory;
    }

    /// What several rows need, in one query each.
    ///
    /// @param names by id of the officer
    /// @param called who was called last, by message
    /// @param read what the reader has marked as read
    record Words(Map<String, String> names, Map<MessageId, String> called, Set<UUID> read) {}

    Words words(Collection<DeskItem> items, PageContext page) {
        var owners = names.of(items.stream()
                .map(DeskItem::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var called = new HashMap<MessageId, String>();
        callings.of(items.stream().map(DeskItem::message).toList()).stream()
                .filter(call -> !call.told().isEmpty())
                .forEach(call -> called.put(
                        call.message(),
                        page.text("desk.called", "rung", labels.of("rung", call.rung(), page.locale()))));
        var reader = Objects.requireNonNull(page.officer());
        return new Words(
                owners, called, marks.of(items.stream().map(DeskItem::id).toList(), reader.id()));
    }

    Row of(DeskItem item, MessageEntry message, Words words, PageContext page) {
        var reader = page.locale();
        var officer = Objects.requireNonNull(page.officer());
        var owner = item.owner() == null ? null : words.names().getOrDefault(item.owner(), "");
        var free = item.state() == BusinessState.RECEIVED || item.state() == BusinessState.FORWARDED;
        return new Row(
                item.id(),
                item.reference().value(),
                item.message().toString(),
                headlines.of(message, reader),
                headlines.type(message.gist(), reader),
                headlines.chips(message, reader),
                item.urgency(),
                item.side() == Side.SENT ? page.text("desk.us") : page.country(message.partner()),
                unit(message),
                clock(item, page.now()),
                item.fresh() && !words.read().contains(item.id()),
                item.fresh(),
                item.side() == Side.RECEIVED && free && rules.mayOpen(officer, Action.ACKNOWLEDGE),
                state(item, message, page),
                owner,
                owner == null ? "" : initials(owner),
                words.called().get(message.id()));
    }

    private String state(DeskItem item, MessageEntry message, PageContext page) {
        var state = states.of(item.state().name(), message.gist().type(), item.answers(), page.locale());
        var country = page.country(message.partner());
        if (!item.untold()) {
            return state;
        }
        return item.side() == Side.SENT
                ? page.text("casefile.untold.some", "state", state)
                : page.text("casefile.untold", "state", state, "country", country);
    }

    private String unit(MessageEntry message) {
        return directory.unit(message.partner());
    }

    static Clock clock(DeskItem item, Instant now) {
        var due = item.due();
        var kind = item.side() == Side.RECEIVED && item.ackDue() == null
                ? "recall.clock"
                : item.side() == Side.SENT || item.state() == BusinessState.FORWARDED
                        ? "desk.clock.theirs"
                        : item.fresh() ? "desk.clock.ack" : "desk.clock.answer";
        return due == null
                ? new Clock(null, 0, idle(item), "done")
                : new Clock(due, seconds(item, due), kind, due.isBefore(now) ? "over" : "ok");
    }

    private static String idle(DeskItem item) {
        if (item.onItsWay()) {
            return "desk.clock.way";
        }
        return item.state().clockPaused() ? "desk.clock.paused" : "desk.clock.none";
    }

    /// The clock that has stopped says so; the one that runs counts.
    static @Nullable Clock clock(DeskItem item, @Nullable Instant due, Instant now) {
        if (due == null) {
            return null;
        }
        var running = item.due();
        var done = running == null || running.isAfter(due);
        var level = item.state().clockPaused() ? "still" : done ? "done" : due.isBefore(now) ? "over" : "ok";
        return new Clock(due, seconds(item, due), "desk.clock.answer", level);
    }

    private static long seconds(DeskItem item, Instant due) {
        return Duration.between(item.clockFrom(), due).toSeconds();
    }

    /// First letters of the first two words.
    private static String initials(String name) {
        var letters = new StringBuilder();
        for (var word : List.of(name.strip().split("\\s+", -1))) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
