package org.enlace.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.lifecycle.Deadlines.Pause;
import org.enlace.lifecycle.Moves.Allowed;
import org.enlace.lifecycle.Moves.Decision;
import org.enlace.lifecycle.Moves.NotFromHere;
import org.jspecify.annotations.Nullable;

/// The life of a message at one recipient, from the moment its node has it: what both sides did, put in order, and what
/// became of it. The same acts make the same course on both sides, in whatever order each of them heard of them. An act
/// that does not fit when its turn comes changes nothing.
///
/// @see <a href="protocol.md#13-status">protocol §13</a>
public final class Course {
    /// Of two acts at the same moment the receiver's comes first: care that has begun is not undone.
    private static final Comparator<Act> ORDER = Comparator.comparing(Act::at)
            .thenComparing(Act::by, Comparator.reverseOrder())
            .thenComparing(Act::event);

    private final List<Act> acts;
    private final Map<Integer, Decision> decisions = new HashMap<>();
    private final List<Pause> pauses = new ArrayList<>();
    private BusinessState state = BusinessState.RECEIVED;
    private boolean workHadBegun;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant standsSince;
    private Duration stood = Duration.ZERO;

    private Course(List<Act> acts) {
        this.acts = List.copyOf(acts);
        IntStream.range(0, acts.size())
                .boxed()
                .sorted(Comparator.comparing(acts::get, ORDER))
                .forEach(which -> decisions.put(which, take(acts.get(which))));
    }

    /// @param acts of both sides, in any order
    public static Course of(List<Act> acts) {
        return new Course(acts);
    }

    public BusinessState state() {
        return state;
    }

    /// What became of each act, in the order in which they were given.
    public List<Decision> decisions() {
        return IntStream.range(0, acts.size())
                .mapToObj(which -> Objects.requireNonNull(decisions.get(which)))
                .toList();
    }

    /// Whether this person may do this now.
    public Decision decide(BusinessEvent event, Set<Actor> who, Set<Condition> met) {
        return Moves.decide(state, event, who, with(met));
    }

    /// What `RESUME` means here: work goes on where it had begun.
    public BusinessEvent resumption() {
        return workHadBegun ? BusinessEvent.RESUME_WORK : BusinessEvent.RESUME;
    }

    /// When one side acts now: later than everything that it knows of, whatever the other side's clock says.
    public Instant next(Instant now) {
        return acts.stream()
                .map(act -> act.at().plusNanos(1_000))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /// When the answer's clock stood still, and why. The last one has no end while it goes on.
    public List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    /// How long the answer's clock stood still before it ran on: while somebody waited for something, and from the
    /// answer until the case was opened again.
    public Duration stood() {
        return stood;
    }

    private Decision take(Act act) {
        Decision decision = decision(act);
        if (decision instanceof Allowed(BusinessState to)) {
            clock(act, to);
            if (act.event() == BusinessEvent.ACCEPT) {
                acceptedAt = act.at();
            }
            workHadBegun |= act.event() == BusinessEvent.START;
            state = to;
        }
        return decision;
    }

    private Decision decision(Act act) {
        boolean underWay = state == BusinessState.ACCEPTED || state == BusinessState.IN_PROGRESS;
        if (act.event() == BusinessEvent.WITHDRAW && underWay && acceptedAt != null) {
            return act.by() == Party.ORIGINATING
                    ? new Allowed(Crossing.recalled(act.at(), acceptedAt))
                    : new NotFromHere();
        }
        BusinessEvent event = act.event() == BusinessEvent.RESUME ? resumption() : act.event();
        Decision decision = Moves.decide(state, event, actors(act.by()), with(act.met()));
        boolean beaten = decision instanceof Allowed(BusinessState to) && Crossing.later(state, to) != to;
        return beaten ? new NotFromHere() : decision;
    }

    private void clock(Act act, BusinessState to) {
        if (!pauses.isEmpty() && pauses.getLast().until() == null) {
            Pause open = pauses.removeLast();
            pauses.add(new Pause(open.reason(), open.since(), act.at()));
        }
        if (to.clockPaused()) {
            pauses.add(new Pause(Objects.requireNonNullElse(act.reason(), to.name()), act.at(), null));
        }
        if (!to.clockRuns() && standsSince == null) {
            standsSince = act.at();
        } else if (to.clockRuns() && standsSince != null) {
            stood = stood.plus(Duration.between(standsSince, act.at()));
            standsSince = null;
        }
    }

    private Set<Condition> with(Set<Condition> met) {
        if (!workHadBegun) {
            return met;
        }
        EnumSet<Condition> all = EnumSet.of(Condition.WORK_HAD_BEGUN);
        all.addAll(met);
        return all;
    }

    /// From here it cannot be seen who of the other side it was, only which side.
    private static Set<Actor> actors(Party party) {
        return Arrays.stream(Actor.values())
                .filter(actor -> actor.party() == party)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Actor.class)));
    }
}
