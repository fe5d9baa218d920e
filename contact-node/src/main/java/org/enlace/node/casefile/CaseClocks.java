package org.enlace.node.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseScreen.Clock;
import org.enlace.node.casefile.CaseScreen.Clocks;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How much time is left for a message, why its clock stands still, and who has it.
@Component
class CaseClocks {
    private final Labels labels;
    private final StateWords states;
    private final OfficerNames names;

    CaseClocks(Labels labels, StateWords states, OfficerNames names) {
        this.labels = labels;
        this.states = states;
        this.names = names;
    }

    Clocks of(MessageEntry message, @Nullable Standing standing, Collection<Life> lives, PageContext page) {
        var reader = page.locale();
        if (standing == null) {
            var state = message.side() == Side.SENT ? BusinessState.SENT : BusinessState.RECEIVED;
            return new Clocks(
                    null, null, "casefile.due.none", List.of(), labels.of("business-state", state, reader), null, null);
        }
        var owner = standing.owner();
        return new Clocks(
                clock(standing, standing.ackDue(), false, page.now()),
                clock(standing, standing.answerDue(), paused(standing), page.now()),
                // What we sent is on the desk only if an answer is owed: then its clock has not started.
                message.side() == Side.SENT && message.recalled() == null ? "casefile.due.way" : "casefile.due.none",
                stands(lives, page),
                state(message, standing, reader),
                owner == null ? null : names.of(List.of(owner)).get(owner),
                standing.takenAt());
    }

    private static boolean paused(Standing standing) {
        return BusinessState.valueOf(standing.state()).clockPaused();
    }

    /// When and why the clock stood still, or does.
    private List<String> stands(Collection<Life> lives, PageContext page) {
        return lives.stream()
                .flatMap(life -> life.course().pauses().stream())
                .map(pause -> {
                    var reason = labels.of("pause-reason", pause.reason(), page.locale());
                    var since = page.time(pause.since());
                    var until = pause.until();
                    return until == null
                            ? page.text("casefile.due.stands", "since", since, "reason", reason)
                            : page.text(
                                    "casefile.due.stood", "since", since, "until", page.time(until), "reason", reason);
                })
                .toList();
    }

    private String state(MessageEntry message, Standing standing, Locale reader) {
        var state = states.of(standing.state(), message.gist().type(), standing.answers(), reader);
        var country = labels.country(message.partner().value(), reader);
        if (!standing.untold()) {
            return state;
        }
        return message.side() == Side.SENT
                ? labels.text(reader, "casefile.untold.some", "state", state)
                : labels.text(reader, "casefile.untold", "state", state, "country", country);
    }

    private static @Nullable Clock clock(Standing standing, @Nullable Instant due, boolean paused, Instant now) {
        if (due == null) {
            return null;
        }
        var running = standing.due();
        var done = running == null || running.isAfter(due);
        var level = paused ? "still" : done ? "done" : due.isBefore(now) ? "over" : "ok";
        return new Clock(due, Duration.between(standing.clockFrom(), due).toSeconds(), level);
    }
}
