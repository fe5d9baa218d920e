package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import org.enlace.lifecycle.BusinessEvent;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Course;
import org.enlace.lifecycle.Party;
import org.enlace.message.StatusKind;

/// What an officer does with a message in one step, in the order in which a page offers them.
public enum Step {
    ACKNOWLEDGE(BusinessEvent.ACKNOWLEDGE, StatusKind.ACKNOWLEDGED),
    ACCEPT(BusinessEvent.ACCEPT, StatusKind.ACCEPTED),
    START(BusinessEvent.START, StatusKind.STARTED),
    COMPLETE(BusinessEvent.COMPLETE, StatusKind.COMPLETED),
    CONFIRM_WITHDRAWAL(BusinessEvent.CONFIRM_WITHDRAWAL, StatusKind.WITHDRAWN),
    RESUME(BusinessEvent.RESUME, StatusKind.RESUMED),
    ASK(BusinessEvent.ASK, StatusKind.NEEDS_INFO),
    FORWARD(BusinessEvent.FORWARD, StatusKind.FORWARDED),
    HOLD(BusinessEvent.AWAIT_JUDGE, StatusKind.ON_HOLD),
    DECLINE(BusinessEvent.DECLINE, StatusKind.DECLINED),
    FAIL(BusinessEvent.FAIL, StatusKind.FAILED),
    ANSWER(BusinessEvent.ANSWER, StatusKind.ANSWERED),
    CLOSE(BusinessEvent.CLOSE, StatusKind.CLOSED),
    REOPEN(BusinessEvent.REOPEN, StatusKind.REOPENED),
    WITHDRAW(BusinessEvent.WITHDRAW, StatusKind.WITHDRAWN);

    private static final List<Step> RECEIVING = List.of(
            ACKNOWLEDGE,
            ACCEPT,
            START,
            COMPLETE,
            CONFIRM_WITHDRAWAL,
            RESUME,
            ASK,
            FORWARD,
            HOLD,
            DECLINE,
            FAIL,
            REOPEN);
    private static final List<Step> ORIGINATING = List.of(ANSWER, CLOSE, REOPEN, WITHDRAW);

    private final BusinessEvent event;
    private final StatusKind kind;

    Step(BusinessEvent event, StatusKind kind) {
        this.event = event;
        this.kind = kind;
    }

    /// Those of this side.
    public static List<Step> of(Party party) {
        return party == Party.RECEIVING ? RECEIVING : ORIGINATING;
    }

    /// The move that it is as things stand: what has been accepted is not withdrawn but asked back.
    public BusinessEvent event(Course course) {
        return switch (this) {
            case RESUME -> course.resumption();
            case WITHDRAW -> asksBack(course.state()) ? BusinessEvent.ASK_WITHDRAWAL : event;
            default -> event;
        };
    }

    /// What the other side is told.
    public StatusKind kind(Course course) {
        return this == WITHDRAW && asksBack(course.state()) ? StatusKind.WITHDRAWAL_REQUESTED : kind;
    }

    /// Whether it brings the work forward. What ends, undoes or holds it up is never the button that stands out.
    public boolean advances() {
        return switch (this) {
            case ACKNOWLEDGE, ACCEPT, START, COMPLETE, CONFIRM_WITHDRAWAL, RESUME, ANSWER, CLOSE -> true;
            case ASK, FORWARD, HOLD, DECLINE, FAIL, REOPEN, WITHDRAW -> false;
        };
    }

    /// Its form in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean asksBack(BusinessState state) {
        return state == BusinessState.ACCEPTED || state == BusinessState.IN_PROGRESS;
    }
}
