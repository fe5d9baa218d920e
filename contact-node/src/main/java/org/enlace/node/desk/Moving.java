package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Moves;
import org.enlace.lifecycle.Party;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Actors;
import org.enlace.node.casefile.Barred;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.Life;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Step;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.TooLate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a step: [Moves] decides whether this officer may and whether it fits; then it is kept in the case, the item
/// follows, and the other side is told. Of two who act at once, the second finds the item as the first left it.
/// What was taken back takes no step any more.
@Component
class Moving {
    /// What a step that is not yet filled in will bring.
    private static final Set<Condition> GIVEN = EnumSet.complementOf(EnumSet.of(Condition.WORK_HAD_BEGUN));

    private final DeskItems items;
    private final CaseFiles files;
    private final Actors actors;
    private final Replies replies;
    private final Settling settling;
    private final DeskRecords records;
    private final FollowUpPlan followUps;

    Moving(
            DeskItems items,
            CaseFiles files,
            Actors actors,
            Replies replies,
            Settling settling,
            DeskRecords records,
            FollowUpPlan followUps) {
        this.items = items;
        this.files = files;
        this.actors = actors;
        this.replies = replies;
        this.settling = settling;
        this.records = records;
        this.followUps = followUps;
    }

    /// What an officer brings to a step.
    ///
    /// @param met what holds, as far as it was checked
    /// @param points what stands against it
    /// @param towards which recipients of what we sent; empty for all for whom it fits
    /// @param owner who has the item from now on; null for who has it already
    record Brought(
            Set<Condition> met,
            List<Point> points,
            Doing doing,
            Set<NodeId> towards,
            @Nullable Officer owner) {
        static Brought of(List<Point> points, Doing doing, Condition... met) {
            var all = EnumSet.noneOf(Condition.class);
            all.addAll(List.of(met));
            return new Brought(all, points, doing, Set.of(), null);
        }

        Brought owner(@Nullable Officer other) {
            return new Brought(met, points, doing, towards, other);
        }

        Brought towards(Set<NodeId> recipients) {
            return new Brought(met, points, doing, recipients, owner);
        }
    }

    /// The recipients for whom the step fits and is this officer's.
    List<NodeId> open(MessageEntry message, DeskItem item, Step step, Officer officer) {
        if (message.recalled() != null) {
            return List.of();
        }
        var who = actors.of(officer, message, item.owner());
        return files.lives(message).entrySet().stream()
                .filter(life -> decide(step, life.getValue(), who, GIVEN) instanceof Moves.Allowed)
                .map(Map.Entry::getKey)
                .toList();
    }

    Outcome take(DeskItem seen, MessageEntry message, Step step, Brought brought, Officer officer) {
        files.hold(message);
        var item = items.lock(seen.id());
        if (files.find(message.id()).filter(now -> now.recalled() != null).isPresent()) {
            return new TooLate(item.state());
        }
        var who = actors.of(officer, message, item.owner());
        var lives = addressed(message, brought);
        var decided = decisions(step, lives, who, brought.met());
        var fitting = new TreeMap<>(lives);
        fitting.keySet().removeIf(to -> !(decided.get(to) instanceof Moves.Allowed));
        var points = new ArrayList<>(brought.points());
        for (var decision : decided.values()) {
            if (decision instanceof Moves.NotYours(Set<Actor> may) && fitting.isEmpty()) {
                var barred = Point.valueOf(Barred.of(may, party(message)).name());
                if (!points.contains(barred)) {
                    points.addFirst(barred);
                }
            }
        }
        var late = decided.values().stream().allMatch(Moves.NotFromHere.class::isInstance);
        if (late
                || (!brought.towards().isEmpty()
                        && points.isEmpty()
                        && fitting.size() < brought.towards().size())) {
            return late(step, item);
        }
        if (!points.isEmpty()) {
            records.refused(officer, message);
            return new Refused(points);
        }
        if (fitting.isEmpty()) {
            throw new IllegalStateException(step + " was asked before all was checked");
        }
        return done(item, message, step, brought, officer, fitting);
    }

    private Outcome done(
            DeskItem item,
            MessageEntry message,
            Step step,
            Brought brought,
            Officer officer,
            SortedMap<NodeId, Life> fitting) {
        var now = records.now();
        fitting.forEach((recipient, life) -> {
            var kind = step.kind(life.course());
            var toward = message.side() == Side.SENT ? recipient : null;
            var event = files.recordOwn(
                    message,
                    CaseEventKind.of(kind),
                    officer,
                    brought.doing(),
                    toward,
                    life.course().next(now));
            replies.tell(message, toward == null ? message.partner() : toward, kind, officer, event);
            records.done(officer, CaseEventKind.of(kind), message);
        });
        var owner = brought.owner();
        var held = owner == null ? item : item.heldBy(owner.id(), step == Step.ACKNOWLEDGE ? now : item.takenAt());
        settling.settle(held, message, now);
        if (step == Step.COMPLETE) {
            followUps.completed(message, brought.doing().words().followUp());
        }
        return new Done(items.find(item.id()).orElseThrow());
    }

    private Outcome late(Step step, DeskItem item) {
        return step == Step.ACKNOWLEDGE ? records.takenOrTooLate(item.id()) : new TooLate(item.state());
    }

    private SortedMap<NodeId, Life> addressed(MessageEntry message, Brought brought) {
        var lives = new TreeMap<>(files.lives(message));
        if (!brought.towards().isEmpty()) {
            lives.keySet().retainAll(brought.towards());
        }
        return lives;
    }

    private static SortedMap<NodeId, Moves.Decision> decisions(
            Step step, SortedMap<NodeId, Life> lives, Set<Actor> who, Set<Condition> met) {
        var decisions = new TreeMap<NodeId, Moves.Decision>();
        lives.forEach((recipient, life) -> decisions.put(recipient, decide(step, life, who, met)));
        return decisions;
    }

    private static Moves.Decision decide(Step step, Life life, Set<Actor> who, Set<Condition> met) {
        return life.course().decide(step.event(life.course()), who, met);
    }

    private static Party party(MessageEntry message) {
        return message.side() == Side.SENT ? Party.ORIGINATING : Party.RECEIVING;
    }
}
