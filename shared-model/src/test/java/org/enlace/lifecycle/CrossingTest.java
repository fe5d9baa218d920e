package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Moves.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two sides that act without knowing of each other, each by its own clock, end in the same state once each has heard
/// all that the other did.
class CrossingTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Set<Condition> ALL = EnumSet.complementOf(EnumSet.of(Condition.WORK_HAD_BEGUN));

    /// The scripts name who does what; every order of doing and of hearing is played.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R:ACKNOWLEDGE R:ACCEPT O:WITHDRAW R:START O:hears R:hears R:CONFIRM_WITHDRAWAL",
                "R:ACKNOWLEDGE R:ASK O:ANSWER O:WITHDRAW R:ACCEPT O:hears R:hears",
                "R:ACKNOWLEDGE R:ACCEPT R:START O:ASK_WITHDRAWAL R:COMPLETE O:hears R:hears",
                "R:ACKNOWLEDGE R:ACCEPT O:WITHDRAW_CONSENT O:MARK_ERROR R:START O:hears R:hears",
                "R:ACKNOWLEDGE R:DECLINE O:CLOSE O:REOPEN R:REOPEN O:hears R:hears",
                "R:ACKNOWLEDGE R:AWAIT_JUDGE R:RESUME O:WITHDRAW R:WITHDRAW_CONSENT O:hears R:hears",
                "R:ACKNOWLEDGE R:FORWARD R:ACKNOWLEDGE O:MARK_ERROR R:ACCEPT O:hears R:hears"
            })
    void everyOrderOfActsThatCrossEndsInTheSameStateOnBothSides(String script) {
        List<String> steps = Arrays.asList(script.split(" ", -1));
        AtomicInteger played = new AtomicInteger();
        permute(new ArrayList<>(steps), 0, order -> {
            for (Duration ahead : List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(-3))) {
                Side originating = new Side(Party.ORIGINATING, Duration.ZERO);
                Side receiving = new Side(Party.RECEIVING, ahead);
                play(order, originating, receiving);
                originating.hears(receiving);
                receiving.hears(originating);

                assertThat(originating.course().state())
                        .as(order::toString)
                        .isEqualTo(receiving.course().state());
                assertThat(originating.course().stood())
                        .isEqualTo(receiving.course().stood());
                if (did(originating, receiving, BusinessEvent.WITHDRAW_CONSENT)) {
                    assertThat(receiving.course().state()).isEqualTo(BusinessState.CONSENT_WITHDRAWN);
                }
                played.incrementAndGet();
            }
        });
        assertThat(played.get()).isEqualTo(5_040 * 3);
    }

    @Test
    void whatIsHeardInAnyOrderMakesTheSameCourse() {
        List<Act> acts = List.of(
                CourseTest.ours(1, BusinessEvent.ACKNOWLEDGE),
                CourseTest.ours(2, BusinessEvent.ASK),
                CourseTest.theirs(3, BusinessEvent.ANSWER),
                CourseTest.ours(4, BusinessEvent.ACCEPT),
                CourseTest.theirs(4, BusinessEvent.WITHDRAW),
                CourseTest.ours(5, BusinessEvent.START),
                CourseTest.ours(6, BusinessEvent.CONFIRM_WITHDRAWAL));
        permute(
                new ArrayList<>(acts),
                0,
                order -> assertThat(Course.of(order).state()).isEqualTo(BusinessState.WITHDRAWN));
    }

    /// Each step is done if the side that would do it believes that it may.
    private static void play(List<String> order, Side originating, Side receiving) {
        int minute = 0;
        for (String step : order) {
            minute++;
            Side side = step.startsWith("O") ? originating : receiving;
            String what = step.substring(2);
            if (what.equals("hears")) {
                side.hears(side == originating ? receiving : originating);
            } else {
                side.does(BusinessEvent.valueOf(what), NINE.plus(Duration.ofMinutes(minute)));
            }
        }
    }

    private static boolean did(Side one, Side other, BusinessEvent event) {
        return one.own.stream().anyMatch(act -> act.event() == event)
                || other.own.stream().anyMatch(act -> act.event() == event);
    }

    private static <T> void permute(List<T> items, int from, Consumer<List<T>> seen) {
        if (from == items.size()) {
            seen.accept(items);
            return;
        }
        for (int i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            permute(items, from + 1, seen);
            Collections.swap(items, from, i);
        }
    }

    /// One contact point: what it did, and what it has heard of the other.
    private static final class Side {
        private final Party party;
        private final Duration ahead;
        private final List<Act> own = new ArrayList<>();
        private List<Act> heard = List.of();

        Side(Party party, Duration ahead) {
            this.party = party;
            this.ahead = ahead;
        }

        void does(BusinessEvent event, Instant now) {
            Course course = course();
            Set<Actor> anyone = Arrays.stream(Actor.values())
                    .filter(actor -> actor.party() == party)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Actor.class)));
            BusinessEvent meant = event == BusinessEvent.RESUME ? course.resumption() : event;
            if (course.decide(meant, anyone, ALL) instanceof Allowed) {
                own.add(new Act(party, event, course.next(now.plus(ahead)), ALL, null));
            }
        }

        void hears(Side other) {
            heard = List.copyOf(other.own);
        }

        Course course() {
            List<Act> all = new ArrayList<>(heard);
            all.addAll(own);
            return Course.of(all);
        }
    }
}
