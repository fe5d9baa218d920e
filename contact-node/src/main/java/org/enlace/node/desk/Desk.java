package org.enlace.node.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.BusinessEvent;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Moves;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What officers do with what waits. Each act is one transaction: the item, the case, the audit line and the
/// message that tells the other side commit together or not at all.
@Component
class Desk {
    private static final int UNIT_MAX = 160;
    private static final int NOTE_MAX = 2_000;

    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final Replies replies;
    private final DeskRecords records;
    private final Acceptance acceptance;

    Desk(DeskItems items, CaseFiles files, Reach reach, Replies replies, DeskRecords records, Acceptance acceptance) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.replies = replies;
        this.records = records;
        this.acceptance = acceptance;
    }

    /// Takes the item, stops the first clock and tells the sender. Of two who do it at once, one is told who was first.
    @Transactional
    public Outcome acknowledge(UUID id, Officer officer) {
        return with(id, officer, found -> {
            var now = records.now();
            if (!items.take(id, officer.id(), now)) {
                return records.takenOrTooLate(id);
            }
            return done(found, new Act(CaseEventKind.ACKNOWLEDGED, StatusKind.ACKNOWLEDGED, Doing.PLAIN), officer, now);
        });
    }

    /// Takes the case on: names and addresses open to those whose work it is.
    ///
    /// @param worker pseudonym of the officer who works on it from now on
    /// @param start day on which the work starts, `2026-11-23`
    @Transactional
    public Outcome accept(UUID id, String worker, String start, Officer officer) {
        return with(id, officer, found -> {
            var points = new ArrayList<Point>();
            if (Acceptance.isForCare(found.message())
                    && officer.roles().stream().noneMatch(Acceptance.CARE::contains)) {
                points.add(Point.CARE_ROLES_ONLY);
            }
            points.addAll(acceptance.against(found.message()));
            var named = acceptance.worker(found.message(), worker);
            if (named.isEmpty()) {
                points.add(Point.WORKER_UNKNOWN);
            }
            var day = acceptance.start(start);
            if (day.isEmpty()) {
                points.add(Point.START_UNKNOWN);
            }
            if (!points.isEmpty()) {
                return refused(found, officer, points);
            }
            var doing = Doing.note(Acceptance.note(named.orElseThrow(), day.orElseThrow()));
            var act = new Act(CaseEventKind.ACCEPTED, StatusKind.ACCEPTED, doing);
            return move(
                    found,
                    BusinessEvent.ACCEPT,
                    Actor.COMPETENT_OFFICER,
                    EnumSet.of(Condition.CASE_WORKER_AND_START_NAMED),
                    act,
                    officer);
        });
    }

    /// Hands the item to a named unit. The sender sees who holds it; the clock goes on as it was.
    ///
    /// @param outside whether the unit belongs to another organisation
    @Transactional
    public Outcome forward(UUID id, String unit, boolean outside, Officer officer) {
        return with(id, officer, found -> {
            var points = new ArrayList<Point>();
            words(unit, UNIT_MAX, Point.UNIT_MISSING, Point.UNIT_LONG).ifPresent(points::add);
            points.addAll(Forwarding.against(records.handling(found.message()), outside));
            if (outside && Acceptance.isForCare(found.message())) {
                points.addAll(Forwarding.against(records.consent(found.message()), unit));
            }
            if (!points.isEmpty()) {
                return refused(found, officer, points);
            }
            var doing = new Doing(null, new CaseEvent.Words(unit.strip(), null, null));
            var act = new Act(CaseEventKind.FORWARDED, StatusKind.FORWARDED, doing);
            return move(
                    found,
                    BusinessEvent.FORWARD,
                    Actor.RECEIVING_OFFICER,
                    EnumSet.of(Condition.AUTHORITY_NAMED, Condition.CONSENT_AND_HANDLING_ALLOW),
                    act,
                    officer);
        });
    }

    /// Says no, with a ground and with whom to ask instead: never a dead end for a victim.
    @Transactional
    public Outcome decline(UUID id, String ground, String alternative, Officer officer) {
        return with(id, officer, found -> {
            var points = new ArrayList<Point>();
            if (!officer.is(Role.SUPERVISOR)) {
                points.add(Point.SUPERVISOR_ONLY);
            }
            if (!records.isGround(ground)) {
                points.add(Point.GROUND_UNKNOWN);
            }
            words(alternative, UNIT_MAX, Point.ALTERNATIVE_MISSING, Point.ALTERNATIVE_LONG)
                    .ifPresent(points::add);
            if (!points.isEmpty()) {
                return refused(found, officer, points);
            }
            var doing = new Doing(ground, new CaseEvent.Words(null, alternative.strip(), null));
            var act = new Act(CaseEventKind.DECLINED, StatusKind.DECLINED, doing);
            return move(
                    found,
                    BusinessEvent.DECLINE,
                    Actor.RECEIVING_SUPERVISOR,
                    EnumSet.of(Condition.GROUND_GIVEN, Condition.ALTERNATIVE_GIVEN),
                    act,
                    officer);
        });
    }

    /// Writes something down; it changes no state.
    ///
    /// @param tell whether the sender gets it too
    @Transactional
    public Outcome note(UUID id, String text, boolean tell, Officer officer) {
        return with(id, officer, found -> {
            var point = words(text, NOTE_MAX, Point.NOTE_MISSING, Point.NOTE_LONG);
            if (point.isPresent()) {
                return refused(found, officer, List.of(point.get()));
            }
            var kind = tell && found.item().side() == Side.RECEIVED ? StatusKind.NOTE : null;
            return done(found, new Act(CaseEventKind.NOTE, kind, Doing.note(text.strip())), officer, records.now());
        });
    }

    private Outcome move(Found found, BusinessEvent event, Actor who, Set<Condition> met, Act act, Officer officer) {
        return switch (Moves.decide(found.item().state(), event, who, met)) {
            case Moves.Allowed(var next) -> {
                var now = records.now();
                yield items.move(found.item(), next, officer.id(), now)
                        ? done(found, act, officer, now)
                        : records.takenOrTooLate(found.item().id());
            }
            case Moves.NotFromHere() -> records.takenOrTooLate(found.item().id());
            case Moves.NotYours(var _) -> throw new IllegalStateException(event + " was not asked of the right person");
            case Moves.Missing(var _) -> throw new IllegalStateException(event + " was asked before all was checked");
        };
    }

    private Outcome done(Found found, Act act, Officer officer, Instant now) {
        var event = files.recordOwn(found.message(), act.event(), officer, act.doing(), now);
        if (act.tell() != null) {
            replies.tell(found.message(), act.tell(), officer, event);
        }
        records.done(officer, act.event(), found.message());
        return new Done(items.find(found.item().id()).orElseThrow());
    }

    private Outcome refused(Found found, Officer officer, List<Point> points) {
        records.refused(officer, found.message());
        return new Refused(points);
    }

    /// An item that the officer may not see is not there.
    private Outcome with(UUID id, Officer officer, Function<Found, Outcome> act) {
        var item = items.find(id);
        var message = item.flatMap(it -> files.find(it.message()));
        if (item.isEmpty() || message.isEmpty()) {
            return new Unseen();
        }
        if (!reach.sight(officer).sees(message.get())) {
            records.refused(officer, message.get());
            return new Unseen();
        }
        return act.apply(new Found(item.get(), message.get()));
    }

    private static Optional<Point> words(String text, int max, Point missing, Point tooLong) {
        if (text.isBlank()) {
            return Optional.of(missing);
        }
        return text.length() > max ? Optional.of(tooLong) : Optional.empty();
    }

    private record Found(DeskItem item, MessageEntry message) {}

    /// @param tell what the sender is told, null if nothing
    private record Act(CaseEventKind event, @Nullable StatusKind tell, Doing doing) {}
}
