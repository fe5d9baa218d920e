package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.enlace.lifecycle.Condition;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Step;
import org.enlace.node.casefile.UsePermissions;
import org.enlace.node.desk.Moving.Brought;
import org.enlace.node.desk.Outcome.Done;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What officers do first with what waits. Each act is one transaction: the item, the case, the audit line and the
/// message that tells the other side commit together or not at all.
@Component
class Desk {
    private static final int UNIT_MAX = 160;
    static final int NOTE_MAX = 2_000;

    private final DeskItems items;
    private final CaseFiles files;
    private final Finding finding;
    private final Moving moving;
    private final Replies replies;
    private final DeskRecords records;
    private final Acceptance acceptance;
    private final UsePermissions permissions;

    Desk(
            DeskItems items,
            CaseFiles files,
            Finding finding,
            Moving moving,
            Replies replies,
            DeskRecords records,
            Acceptance acceptance,
            UsePermissions permissions) {
        this.items = items;
        this.files = files;
        this.finding = finding;
        this.moving = moving;
        this.replies = replies;
        this.records = records;
        this.acceptance = acceptance;
        this.permissions = permissions;
    }

    /// Takes the item, stops the first clock and tells the sender. Of two who do it at once, one is told who was first.
    @Transactional
    public Outcome acknowledge(UUID id, Officer officer) {
        return finding.with(id, officer, found -> {
            var brought =
                    Brought.of(List.of(), Doing.PLAIN, Condition.PERSON_NAMED).owner(officer);
            return moving.take(found.item(), found.message(), Step.ACKNOWLEDGE, brought, officer);
        });
    }

    /// Takes the case on: names and addresses open to those whose work it is.
    ///
    /// @param worker pseudonym of the officer who works on it from now on
    /// @param start day on which the work starts, `2026-11-23`
    @Transactional
    public Outcome accept(UUID id, String worker, String start, Officer officer) {
        return finding.with(id, officer, found -> {
            var points = new ArrayList<Point>();
            points.addAll(acceptance.against(found.message()));
            var named = acceptance.worker(found.message(), worker);
            if (named.isEmpty()) {
                points.add(Point.WORKER_UNKNOWN);
            }
            var day = acceptance.start(start);
            if (day.isEmpty()) {
                points.add(Point.START_UNKNOWN);
            }
            var doing = points.isEmpty()
                    ? Doing.note(Acceptance.note(named.orElseThrow(), day.orElseThrow()))
                    : Doing.PLAIN;
            var brought = Brought.of(points, doing, Condition.CASE_WORKER_AND_START_NAMED)
                    .owner(named.orElse(null));
            return moving.take(found.item(), found.message(), Step.ACCEPT, brought, officer);
        });
    }

    /// Hands the item to a named unit. The sender sees who holds it; the clock goes on as it was.
    ///
    /// @param outside whether the unit belongs to another organisation
    @Transactional
    public Outcome forward(UUID id, String unit, boolean outside, Officer officer) {
        return finding.with(id, officer, found -> {
            var points = new ArrayList<Point>();
            Finding.words(unit, UNIT_MAX, Point.UNIT_MISSING, Point.UNIT_LONG).ifPresent(points::add);
            var permitted = permissions.letPass(found.message(), unit);
            points.addAll(Forwarding.against(records.handling(found.message()), outside, permitted));
            if (outside && Acceptance.isForCare(found.message())) {
                points.addAll(Forwarding.against(records.consent(found.message()), unit));
            }
            var doing = new Doing(null, new CaseEvent.Words(unit.strip(), null, null, null));
            var brought = Brought.of(points, doing, Condition.AUTHORITY_NAMED, Condition.CONSENT_AND_HANDLING_ALLOW);
            return moving.take(found.item(), found.message(), Step.FORWARD, brought, officer);
        });
    }

    /// Says no, with a ground and with whom to ask instead: never a dead end for a victim.
    @Transactional
    public Outcome decline(UUID id, String ground, String alternative, Officer officer) {
        return finding.with(id, officer, found -> {
            var points = new ArrayList<Point>();
            if (!records.isCode("refusal-ground", ground)) {
                points.add(Point.GROUND_UNKNOWN);
            }
            Finding.words(alternative, UNIT_MAX, Point.ALTERNATIVE_MISSING, Point.ALTERNATIVE_LONG)
                    .ifPresent(points::add);
            var doing = new Doing(ground, new CaseEvent.Words(null, alternative.strip(), null, null));
            var brought = Brought.of(points, doing, Condition.GROUND_GIVEN, Condition.ALTERNATIVE_GIVEN);
            return moving.take(found.item(), found.message(), Step.DECLINE, brought, officer);
        });
    }

    /// Writes something down; it changes no state.
    ///
    /// @param tell whether the sender gets it too
    @Transactional
    public Outcome note(UUID id, String text, boolean tell, Officer officer) {
        return finding.with(id, officer, found -> {
            var message = found.message();
            var point = Finding.words(text, NOTE_MAX, Point.NOTE_MISSING, Point.NOTE_LONG);
            if (point.isPresent()) {
                records.refused(officer, message);
                return new Refused(List.of(point.get()));
            }
            var event = files.recordOwn(
                    message, CaseEventKind.NOTE, officer, Doing.note(text.strip()), null, records.now());
            if (tell && found.item().side() == Side.RECEIVED) {
                replies.tell(message, message.partner(), StatusKind.NOTE, officer, event);
            }
            records.done(officer, CaseEventKind.NOTE, message);
            return new Done(items.find(id).orElseThrow());
        });
    }
}
