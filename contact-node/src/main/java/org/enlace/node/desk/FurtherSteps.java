package org.enlace.node.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.lifecycle.Condition;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Step;
import org.enlace.node.desk.Moving.Brought;
import org.enlace.node.desk.Outcome.Point;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What both sides do after the first step, each with what it must bring. What is sent with it and does not
/// belong to it is left out.
@Component
class FurtherSteps {
    /// Only somebody who asks waits for an answer; everything else stands still for one of the other reasons.
    static final String ASKED = "NEEDS_INFO";

    private static final int DAYS_MAX = 730;

    private final Finding finding;
    private final Moving moving;
    private final DeskRecords records;
    private final Acceptance acceptance;

    FurtherSteps(Finding finding, Moving moving, DeskRecords records, Acceptance acceptance) {
        this.finding = finding;
        this.moving = moving;
        this.records = records;
        this.acceptance = acceptance;
    }

    @Transactional
    public Outcome take(Step step, UUID id, StepForm form, Officer officer) {
        return finding.with(
                id,
                officer,
                found -> moving.take(
                        found.item(), found.message(), step, brought(step, form, found.message()), officer));
    }

    private Brought brought(Step step, StepForm form, MessageEntry message) {
        return switch (step) {
            case ASK -> worded(form, Point.QUESTION_MISSING, Condition.QUESTION_GIVEN);
            case HOLD -> hold(form);
            case RESUME -> Brought.of(List.of(), Doing.PLAIN);
            case START -> start(message);
            case COMPLETE -> complete(form);
            case FAIL -> worded(form, Point.REASON_MISSING, Condition.REASON_GIVEN);
            case CONFIRM_WITHDRAWAL -> worded(form, Point.CARE_MISSING, Condition.CARE_NOT_INTERRUPTED);
            case ANSWER -> towards(form, worded(form, Point.ANSWER_MISSING));
            case REOPEN -> towards(form, worded(form, Point.REASON_MISSING, Condition.REASON_GIVEN));
            case WITHDRAW -> towards(form, Brought.of(tooLong(form), noted(form)));
            case CLOSE -> towards(form, close(form));
            case ACKNOWLEDGE, ACCEPT, FORWARD, DECLINE -> throw new IllegalArgumentException(step + " is a first step");
        };
    }

    /// It was taken on by what it said then; what it says since it was corrected may forbid it.
    private Brought start(MessageEntry message) {
        var points = acceptance.against(message).isEmpty() ? List.<Point>of() : List.of(Point.REFERRAL_CHANGED);
        return Brought.of(points, Doing.PLAIN);
    }

    private static Brought worded(StepForm form, Point missing, Condition... met) {
        var point = Finding.words(form.get("note"), Desk.NOTE_MAX, missing, Point.NOTE_LONG);
        return Brought.of(point.stream().toList(), noted(form), met);
    }

    private Brought hold(StepForm form) {
        var ground = form.get("ground");
        var points = new ArrayList<>(tooLong(form));
        if (ground.equals(ASKED) || !records.isCode("pause-reason", ground)) {
            points.addFirst(Point.PAUSE_UNKNOWN);
        }
        return Brought.of(points, new Doing(ground, noted(form).words()), Condition.REASON_GIVEN);
    }

    private Brought complete(StepForm form) {
        var points = new ArrayList<Point>();
        var outcome = form.get("outcome");
        if (!records.isCode("outcome", outcome)) {
            points.add(Point.OUTCOME_UNKNOWN);
        }
        var day = day(form.get("followUp"));
        if (day.isEmpty()) {
            points.add(Point.FOLLOW_UP_UNKNOWN);
        }
        points.addAll(tooLong(form));
        var words = new CaseEvent.Words(null, null, noted(form).words().note(), day.orElse(null));
        return Brought.of(points, new Doing(outcome, words), Condition.OUTCOME_AND_FOLLOW_UP_GIVEN);
    }

    private static Brought close(StepForm form) {
        var seen = form.get("seen").equals("yes");
        return Brought.of(seen ? List.of() : List.of(Point.OUTCOME_UNSEEN), Doing.PLAIN, Condition.OUTCOME_SEEN);
    }

    private static Brought towards(StepForm form, Brought brought) {
        var chosen = new HashSet<NodeId>();
        var unknown = form.to().stream().flatMap(code -> named(code, chosen)).toList();
        if (unknown.isEmpty() && !form.noneChosen()) {
            return brought.towards(chosen);
        }
        var points = Stream.concat(brought.points().stream(), Stream.of(Point.RECIPIENT_UNKNOWN))
                .toList();
        return new Brought(brought.met(), points, brought.doing(), Set.of(), null);
    }

    private static Stream<String> named(String code, Set<NodeId> chosen) {
        try {
            chosen.add(new NodeId(code));
            return Stream.empty();
        } catch (IllegalArgumentException _) {
            return Stream.of(code);
        }
    }

    private static List<Point> tooLong(StepForm form) {
        return Finding.length(form.get("note"), Desk.NOTE_MAX, Point.NOTE_LONG).stream()
                .toList();
    }

    private static Doing noted(StepForm form) {
        var note = form.get("note").strip();
        return note.isEmpty() ? Doing.PLAIN : Doing.note(note);
    }

    /// From today on, at most two years ahead.
    private Optional<LocalDate> day(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            var today = acceptance.today();
            return day.isBefore(today) || day.isAfter(today.plusDays(DAYS_MAX)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
