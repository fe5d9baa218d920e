package org.enlace.node.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.desk.HandoverOutcome.Point;
import org.enlace.node.desk.HandoverOutcome.Wrong;
import org.enlace.node.desk.HandoverScreen.Holder;
import org.enlace.node.desk.HandoverScreen.Line;
import org.enlace.node.desk.HandoverScreen.Offered;
import org.enlace.node.desk.HeldItems.Held;
import org.enlace.node.desk.HeldItems.Offer;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts the change of a shift into the words of its reader.
@Component
class HandoverScreens {
    private final HeldItems items;
    private final Takers takers;
    private final DeskRows rows;
    private final OfficerNames names;
    private final ShiftEnds ends;

    HandoverScreens(HeldItems items, Takers takers, DeskRows rows, OfficerNames names, ShiftEnds ends) {
        this.ends = ends;
        this.items = items;
        this.takers = takers;
        this.rows = rows;
        this.names = names;
    }

    /// What was typed and what stands against it.
    ///
    /// @param wrongs by item, and for the whole under null
    record Typed(
            HandoverForm form,
            List<Wrong> wrongs,
            @Nullable UUID offer,
            @Nullable String reason) {
        static final Typed NOTHING = new Typed(HandoverForm.EMPTY, List.of(), null, null);
    }

    /// @param of pseudonym of the officer whose items are shown; empty for the reader
    /// @throws Unseen if there is no such page or officer for this reader
    @Transactional(readOnly = true)
    public HandoverScreen of(String of, int number, Typed typed, PageContext page) {
        var reader = Objects.requireNonNull(page.officer());
        var holder = items.holder(of, reader).orElseThrow(Unseen::new);
        var held = items.held(holder, number, reader);
        var offers = items.offered(reader);
        var words = rows.words(
                Stream.concat(
                                held.items().stream().map(Held::item),
                                offers.stream().map(Offer::item))
                        .toList(),
                page);
        var said = items.words(events(held.items(), offers));
        var people = names.of(people(held.items(), offers));
        var working = takers.working();
        var lines = held.items().stream()
                .map(each -> line(each, working, words, people, said, typed, page))
                .toList();
        var choices = new HashSet<String>();
        lines.forEach(line -> line.takers().forEach(choice -> choices.add(choice.value())));
        var to = Field.of("to", page.text("desk.handover.to"))
                .hint(page.text("desk.handover.to.hint"))
                .value(typed.form().to())
                .error(whole(typed.wrongs(), page));
        return new HandoverScreen(
                offers.stream()
                        .map(offer -> offered(offer, words, people, said, typed, page))
                        .toList(),
                holder.id().equals(reader.id()) ? "" : holder.pseudonym(),
                holder.displayName(),
                to,
                everyone(working, choices, typed.form().to(), page),
                lines,
                Stream.concat(Stream.of(to), lines.stream().flatMap(line -> Stream.of(line.to(), line.note())))
                        .filter(field -> field.error() != null)
                        // Named as one point, at the field above all lines.
                        .filter(field -> !text(Point.TAKER_MISSING, page).equals(field.error()))
                        .toList(),
                holders(reader, working, page),
                number,
                held.more());
    }

    private Line line(
            Held held,
            List<Officer> working,
            DeskRows.Words words,
            Map<String, String> people,
            Map<Long, String> said,
            Typed typed,
            PageContext page) {
        var id = held.item().id();
        var chosen = typed.form().toOf(id);
        var row = rows.of(held.item(), held.message(), words, page);
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", page.text("desk.handover.as-above"), chosen.isEmpty()));
        choices.add(Choice.of(HandoverForm.KEEP, page.text("desk.handover.keep"), chosen.equals(HandoverForm.KEEP)));
        working.stream()
                .filter(officer -> !officer.id().value().equals(held.item().owner()))
                .filter(officer -> takers.mayTake(officer, held.item(), held.message()))
                .forEach(officer -> choices.add(
                        Choice.of(officer.pseudonym(), officer.displayName(), chosen.equals(officer.pseudonym()))));
        var newest = held.newest();
        return new Line(
                row,
                Field.of("to-" + id, page.text("desk.handover.line.to", "reference", row.reference()))
                        .error(at(
                                typed,
                                id,
                                page,
                                Point.TAKER_MISSING,
                                Point.TAKER_UNKNOWN,
                                Point.TAKER_HAS_IT,
                                Point.HANDOVER_MOVED_ON,
                                Point.HANDED_OVER_TWICE)),
                choices,
                Field.of("note-" + id, page.text("desk.handover.line.note", "reference", row.reference()))
                        .value(typed.form().noteOf(id))
                        .error(at(typed, id, page, Point.HANDOVER_NOTE_LONG, Point.HANDOVER_NOTE_SEALED)),
                newest == null ? "" : said(newest, people, said, page),
                newest != null && newest.isOpen() ? newest.id() : null);
    }

    private Offered offered(
            Offer offer,
            DeskRows.Words words,
            Map<String, String> people,
            Map<Long, String> said,
            Typed typed,
            PageContext page) {
        var handover = offer.handover();
        var mine = handover.id().equals(typed.offer());
        return new Offered(
                handover.id(),
                rows.of(offer.item(), offer.message(), words, page),
                people.getOrDefault(handover.by(), ""),
                page.time(handover.offeredAt()),
                said.getOrDefault(handover.event(), ""),
                Field.of("reason-" + handover.id(), page.text("desk.handover.reason"))
                        .value(mine ? typed.reason() : null)
                        .error(mine ? reason(typed.reason(), page) : null));
    }

    private static @Nullable String reason(@Nullable String typed, PageContext page) {
        return page.text(
                typed == null || typed.isBlank()
                        ? "desk.point.handover-reason-missing"
                        : "desk.point.handover-reason-long");
    }

    private static String said(Handover newest, Map<String, String> people, Map<Long, String> said, PageContext page) {
        var name = people.getOrDefault(newest.taker(), "");
        var at = page.time(newest.offeredAt());
        var answer = newest.answer();
        return newest.isOpen()
                ? page.text("desk.handover.open", "name", name, "time", at)
                : page.text(
                        "desk.handover.declined",
                        "name",
                        name,
                        "reason",
                        answer == null ? "" : said.getOrDefault(answer, ""));
    }

    private List<Choice> everyone(List<Officer> working, Collection<String> some, String chosen, PageContext page) {
        return Stream.concat(
                        Stream.of(Choice.of("", page.text("desk.handover.choose"), chosen.isEmpty())),
                        working.stream()
                                .filter(officer -> some.contains(officer.pseudonym()))
                                .map(officer -> Choice.of(
                                        officer.pseudonym(),
                                        officer.displayName(),
                                        chosen.equals(officer.pseudonym()))))
                .toList();
    }

    private List<Holder> holders(Officer reader, List<Officer> working, PageContext page) {
        var held = items.holders(reader);
        var shifts = held.isEmpty() ? Map.<OfficerId, Instant>of() : ends.all(page.now());
        var everyone = held.isEmpty() ? Map.<OfficerId, Officer>of() : takers.everyone();
        return held.stream()
                .map(holder -> {
                    var officer = Objects.requireNonNull(everyone.get(holder.officer()));
                    return new Holder(
                            officer.pseudonym(),
                            officer.displayName(),
                            page.text("desk.handover.holds", "n", holder.items(), "overdue", holder.overdue()),
                            ended(officer, shifts, page),
                            working.stream().noneMatch(one -> one.id().equals(officer.id())));
                })
                .toList();
    }

    private static String ended(Officer officer, Map<OfficerId, Instant> ends, PageContext page) {
        return Optional.ofNullable(ends.get(officer.id()))
                .map(end -> page.text(
                        end.isAfter(page.now()) ? "desk.shift.their-ends" : "desk.shift.their-ended",
                        "time",
                        page.time(end)))
                .orElse("");
    }

    private static List<Long> events(List<Held> held, List<Offer> offers) {
        var events = new ArrayList<Long>();
        offers.forEach(offer -> events.add(offer.handover().event()));
        held.stream()
                .map(Held::newest)
                .filter(Objects::nonNull)
                .map(Handover::answer)
                .filter(Objects::nonNull)
                .forEach(events::add);
        return events;
    }

    private static List<String> people(List<Held> held, List<Offer> offers) {
        return Stream.concat(
                        offers.stream().map(offer -> offer.handover().by()),
                        held.stream().map(Held::newest).filter(Objects::nonNull).map(Handover::taker))
                .distinct()
                .toList();
    }

    private static @Nullable String whole(List<Wrong> wrongs, PageContext page) {
        var missing = wrongs.stream()
                .filter(wrong -> wrong.point() == Point.TAKER_MISSING)
                .count();
        if (missing > 0) {
            return page.text("desk.handover.nobody", "n", missing);
        }
        return wrongs.stream()
                .filter(wrong -> wrong.line() < 0)
                .map(wrong -> text(wrong.point(), page))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String at(Typed typed, UUID item, PageContext page, Point... points) {
        return typed.wrongs().stream()
                .filter(wrong -> wrong.line() >= 0
                        && typed.form().items().get(wrong.line()).equals(item))
                .filter(wrong -> List.of(points).contains(wrong.point()))
                .map(wrong -> text(wrong.point(), page))
                .findFirst()
                .orElse(null);
    }

    static String text(Point point, PageContext page) {
        return page.text("desk.point." + point.code());
    }
}
