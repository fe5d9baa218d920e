package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.desk.Handover.Result;
import org.enlace.node.desk.HandoverOutcome.Wrong;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.TooLate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands what is open from one officer to the next. Whoever has an item keeps it, with its clocks, until the other has
/// taken it, so that nothing is without an owner between two shifts.
@Component
class HandingOver {
    static final int NOTE_MAX = 500;

    private final Handovers handovers;
    private final DeskItems items;
    private final CaseFiles files;
    private final Takers takers;
    private final Reach reach;
    private final AccessRules rules;
    private final HeldItems held;
    private final DeskRecords records;

    HandingOver(
            Handovers handovers,
            DeskItems items,
            CaseFiles files,
            Takers takers,
            Reach reach,
            AccessRules rules,
            HeldItems held,
            DeskRecords records) {
        this.handovers = handovers;
        this.items = items;
        this.files = files;
        this.takers = takers;
        this.reach = reach;
        this.rules = rules;
        this.held = held;
        this.records = records;
    }

    /// @param to pseudonym of the officer who shall take it
    /// @param note what the next officer has to know, for this contact point alone
    record Asked(UUID item, String to, String note) {}

    /// Asks others to take items: all of them, or none.
    @Transactional
    public HandoverOutcome offer(List<Asked> asked, String holder, Officer officer) {
        var of = held.holder(holder, officer);
        if (of.isEmpty()) {
            return new HandoverOutcome.Unseen();
        }
        var wrongs = new ArrayList<Wrong>();
        if (asked.isEmpty()) {
            wrongs.add(new Wrong(-1, HandoverOutcome.Point.NOTHING_HANDED_OVER));
        } else if (asked.size() > HeldItems.PAGE) {
            wrongs.add(new Wrong(-1, HandoverOutcome.Point.TOO_MANY_HANDED_OVER));
        }
        var checked = new ArrayList<Checked>();
        if (wrongs.isEmpty()) {
            // In one order, or two who hand over the same items would wait for each other.
            asked.stream().map(Asked::item).distinct().sorted().forEach(items::lockIfThere);
            check(asked, of.get(), officer, wrongs, checked);
        }
        if (!wrongs.isEmpty()) {
            checked.forEach(each -> records.refused(officer, each.message()));
            return new HandoverOutcome.Refused(wrongs);
        }
        return new HandoverOutcome.Offered(
                checked.stream().map(each -> offered(each, officer)).toList());
    }

    /// Takes what was offered: from now on it is this officer's.
    @Transactional
    public Outcome take(UUID id, Officer officer) {
        return answer(id, officer, (offer, item, message) -> {
            var now = records.now();
            files.recordOwn(message, CaseEventKind.HANDOVER_TAKEN, officer, Doing.PLAIN, null, now);
            handovers.settle(offer.id(), Result.TAKEN, null, now);
            items.store(item.heldBy(officer.id(), item.takenAt() == null ? null : now), now);
            records.done(officer, CaseEventKind.HANDOVER_TAKEN, message);
            return new Done(items.find(item.id()).orElseThrow());
        });
    }

    /// Says that this officer cannot take it; it stays with who has it, who reads why.
    @Transactional
    public Outcome decline(UUID id, String reason, Officer officer) {
        return answer(id, officer, (offer, item, message) -> {
            var point = Finding.words(reason, NOTE_MAX, Point.HANDOVER_REASON_MISSING, Point.HANDOVER_REASON_LONG);
            if (point.isPresent()) {
                records.refused(officer, message);
                return new Refused(List.of(point.get()));
            }
            var now = records.now();
            var event = files.recordOwn(
                    message, CaseEventKind.HANDOVER_DECLINED, officer, Doing.note(reason.strip()), null, now);
            handovers.settle(offer.id(), Result.DECLINED, event, now);
            records.done(officer, CaseEventKind.HANDOVER_DECLINED, message);
            return new Done(item);
        });
    }

    /// Takes an offer back that nobody has taken yet.
    @Transactional
    public Outcome withdraw(UUID id, Officer officer) {
        var offer = handovers.find(id).filter(found -> isTheirs(found, officer));
        var message = offer.flatMap(found -> files.find(found.message()))
                .filter(found -> reach.sight(officer).sees(found));
        if (message.isEmpty()) {
            return new Outcome.Unseen();
        }
        var item = items.lock(offer.orElseThrow().item());
        if (handovers.find(id).filter(Handover::isOpen).isEmpty()) {
            return new TooLate(item.state());
        }
        var now = records.now();
        files.recordOwn(message.get(), CaseEventKind.HANDOVER_WITHDRAWN, officer, Doing.PLAIN, null, now);
        handovers.settle(id, Result.WITHDRAWN, null, now);
        records.done(officer, CaseEventKind.HANDOVER_WITHDRAWN, message.get());
        return new Done(item);
    }

    private interface Answering {
        Outcome with(Handover offer, DeskItem item, MessageEntry message);
    }

    private Outcome answer(UUID id, Officer officer, Answering answering) {
        var offer = handovers
                .find(id)
                .filter(found -> found.taker().equals(officer.id().value()));
        var message = offer.flatMap(found -> files.find(found.message()));
        if (message.isEmpty() || !reach.sight(officer).sees(message.get())) {
            return new Outcome.Unseen();
        }
        var item = items.lock(offer.orElseThrow().item());
        return handovers
                .open(id)
                .filter(_ -> takers.mayTake(officer, item, message.get()))
                .map(open -> answering.with(open, item, message.get()))
                .orElseGet(() -> new TooLate(item.state()));
    }

    private record Checked(DeskItem item, MessageEntry message, Officer taker, String note) {}

    private void check(List<Asked> asked, Officer of, Officer officer, List<Wrong> wrongs, List<Checked> checked) {
        var found = items.byIds(asked.stream().map(Asked::item).toList());
        var messages = files.find(found.values().stream().map(DeskItem::message).toList());
        var working = takers.working();
        var sight = reach.sight(officer);
        var seen = new HashSet<UUID>();
        for (var line = 0; line < asked.size(); line++) {
            var each = asked.get(line);
            var item = found.get(each.item());
            var message = item == null ? null : messages.get(item.message());
            if (item == null || message == null || !sight.sees(message) || !isHandedBy(item, of, officer)) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.HANDOVER_MOVED_ON));
                continue;
            }
            if (!seen.add(item.id())) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.HANDED_OVER_TWICE));
            }
            if (each.note().length() > NOTE_MAX) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.HANDOVER_NOTE_LONG));
            }
            if (message.sealed() && !each.note().isBlank()) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.HANDOVER_NOTE_SEALED));
            }
            var taker = working.stream()
                    .filter(one -> one.pseudonym().equals(each.to().strip()))
                    .filter(one -> takers.mayTake(one, item, message))
                    .findFirst();
            if (each.to().isBlank()) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.TAKER_MISSING));
            } else if (taker.isEmpty()) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.TAKER_UNKNOWN));
            } else if (taker.get().id().value().equals(item.owner())) {
                wrongs.add(new Wrong(line, HandoverOutcome.Point.TAKER_HAS_IT));
            } else {
                checked.add(new Checked(item, message, taker.get(), each.note().strip()));
            }
        }
    }

    private Handover offered(Checked checked, Officer officer) {
        var now = records.now();
        var item = checked.item();
        var words = new CaseEvent.Words(
                checked.taker().displayName(), null, checked.note().isEmpty() ? null : checked.note(), null);
        var event = files.recordOwn(
                checked.message(), CaseEventKind.HANDOVER_OFFERED, officer, new Doing(null, words), null, now);
        handovers.withdraw(item.id(), now);
        var offer = new Handover(
                UUID.randomUUID(),
                item.id(),
                item.message(),
                item.owner(),
                checked.taker().id().value(),
                officer.id().value(),
                now,
                event,
                null,
                null);
        handovers.add(offer);
        records.done(officer, CaseEventKind.HANDOVER_OFFERED, checked.message());
        return offer;
    }

    /// Whether it waits and is this holder's, or nobody's and named with theirs.
    private boolean isHandedBy(DeskItem item, Officer of, Officer officer) {
        return item.waits()
                && (of.id().value().equals(item.owner()) || (item.owner() == null && held.namesFree(of, officer)));
    }

    private boolean isTheirs(Handover offer, Officer officer) {
        return List.of(offer.by(), String.valueOf(offer.giver()))
                        .contains(officer.id().value())
                || rules.mayOpen(officer, Action.KEEP_DUTY);
    }
}
