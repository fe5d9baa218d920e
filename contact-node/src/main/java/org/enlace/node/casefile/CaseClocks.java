package org.enlace.node.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseScreen.Clock;
import org.enlace.node.casefile.CaseScreen.Clocks;
import org.enlace.node.casefile.CaseScreen.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How much time is left for a message, who has it, and what its reader may do next.
@Component
class CaseClocks {
    private final Labels labels;
    private final OfficerNames names;
    private final AccessRules rules;

    CaseClocks(Labels labels, OfficerNames names, AccessRules rules) {
        this.labels = labels;
        this.names = names;
        this.rules = rules;
    }

    Clocks of(MessageEntry message, @Nullable Standing standing, Instant now, Locale reader) {
        if (standing == null) {
            var state = message.side() == Side.SENT ? BusinessState.SENT : BusinessState.RECEIVED;
            return new Clocks(null, null, "casefile.due.none", labels.of("business-state", state, reader), null, null);
        }
        var owner = standing.owner();
        return new Clocks(
                clock(standing, standing.ackDue(), now),
                clock(standing, standing.answerDue(), now),
                // What we sent is on the desk only if an answer is owed: then its clock has not started.
                message.side() == Side.SENT ? "casefile.due.way" : "casefile.due.none",
                state(message, standing, reader),
                owner == null ? null : names.of(List.of(owner)).get(owner),
                standing.takenAt());
    }

    private String state(MessageEntry message, Standing standing, Locale reader) {
        var state = labels.of("business-state", standing.state(), reader);
        var country = labels.country(message.partner().value(), reader);
        return standing.untold() ? labels.text(reader, "casefile.untold", "state", state, "country", country) : state;
    }

    private static @Nullable Clock clock(Standing standing, @Nullable Instant due, Instant now) {
        if (due == null) {
            return null;
        }
        var running = standing.due();
        var done = running == null || running.isAfter(due);
        var level = done ? "done" : due.isBefore(now) ? "over" : "ok";
        return new Clock(due, Duration.between(standing.clockFrom(), due).toSeconds(), level);
    }

    /// What the state and the rights of the reader allow; the desk decides again when it is done.
    Set<Step> steps(OpenedMessage open, Officer officer) {
        var steps = EnumSet.noneOf(Step.class);
        var standing = open.standing();
        if (standing == null || open.entry().side() == Side.SENT) {
            return steps;
        }
        if (rules.mayOpen(officer, Action.WORK_CASES)) {
            steps.add(Step.NOTE);
        }
        var state = BusinessState.valueOf(standing.state());
        var works = rules.mayOpen(officer, Action.ACKNOWLEDGE);
        if (works && (state == BusinessState.RECEIVED || state == BusinessState.FORWARDED)) {
            steps.add(Step.ACKNOWLEDGE);
        }
        if (state == BusinessState.ACKNOWLEDGED) {
            if (rules.mayOpen(officer, Action.WORK_CASES) && competent(open, officer)) {
                steps.add(Step.ACCEPT);
            }
            if (works) {
                steps.add(Step.FORWARD);
            }
            if (officer.is(Role.SUPERVISOR)) {
                steps.add(Step.DECLINE);
            }
        }
        return steps;
    }

    /// Whether the officer may say how risky this return is, before somebody decides on it.
    boolean mayAssess(OpenedMessage open, Officer officer) {
        var standing = open.standing();
        return standing != null
                && !standing.accepted()
                && ReturnAssessments.isDue(open.entry())
                && (officer.is(Role.CONSULAR) || officer.is(Role.CASE_WORKER));
    }

    private static boolean competent(OpenedMessage open, Officer officer) {
        return !open.entry().gist().type().isForCare() || officer.is(Role.CONSULAR) || officer.is(Role.CASE_WORKER);
    }
}
