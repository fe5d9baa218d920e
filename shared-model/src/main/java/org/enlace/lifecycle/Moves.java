package org.enlace.lifecycle;

import static org.enlace.lifecycle.Actor.CASE_WORKER;
import static org.enlace.lifecycle.Actor.COMPETENT_OFFICER;
import static org.enlace.lifecycle.Actor.ORIGINATING_CASE_WORKER;
import static org.enlace.lifecycle.Actor.ORIGINATING_OFFICER;
import static org.enlace.lifecycle.Actor.ORIGINATING_SUPERVISOR;
import static org.enlace.lifecycle.Actor.ORIGINATOR;
import static org.enlace.lifecycle.Actor.RECEIVING_NODE;
import static org.enlace.lifecycle.Actor.RECEIVING_OFFICER;
import static org.enlace.lifecycle.Actor.RECEIVING_SUPERVISOR;
import static org.enlace.lifecycle.BusinessState.ACCEPTED;
import static org.enlace.lifecycle.BusinessState.ACKNOWLEDGED;
import static org.enlace.lifecycle.BusinessState.AWAITING_RELEASE;
import static org.enlace.lifecycle.BusinessState.CLOSED;
import static org.enlace.lifecycle.BusinessState.COMPLETED;
import static org.enlace.lifecycle.BusinessState.DECLINED;
import static org.enlace.lifecycle.BusinessState.DRAFT;
import static org.enlace.lifecycle.BusinessState.FAILED;
import static org.enlace.lifecycle.BusinessState.FORWARDED;
import static org.enlace.lifecycle.BusinessState.IN_PROGRESS;
import static org.enlace.lifecycle.BusinessState.NEEDS_INFO;
import static org.enlace.lifecycle.BusinessState.ON_HOLD;
import static org.enlace.lifecycle.BusinessState.RECEIVED;
import static org.enlace.lifecycle.BusinessState.SENT;
import static org.enlace.lifecycle.BusinessState.WITHDRAWAL_REQUESTED;
import static org.enlace.lifecycle.BusinessState.WITHDRAWN;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/// Every arrow of a request or referral: from where, to where, who may, and what must hold.
public final class Moves {
    private static final Set<BusinessState> BEFORE_ACCEPTED =
            EnumSet.of(DRAFT, AWAITING_RELEASE, SENT, RECEIVED, ACKNOWLEDGED, NEEDS_INFO, ON_HOLD, FORWARDED);
    /// What is not on the way of a case that goes well.
    private static final Set<BusinessEvent> DETOURS = EnumSet.of(
            BusinessEvent.FORWARD,
            BusinessEvent.REOPEN,
            BusinessEvent.WITHDRAW,
            BusinessEvent.ASK_WITHDRAWAL,
            BusinessEvent.WITHDRAW_CONSENT,
            BusinessEvent.MARK_ERROR);
    private static final Set<BusinessState> ANY = EnumSet.allOf(BusinessState.class);

    private Moves() {}

    /// Whether this person may do this now.
    ///
    /// @param who all that this person is to the message
    /// @param met what holds, as far as whoever asks has checked
    public static Decision decide(BusinessState from, BusinessEvent event, Set<Actor> who, Set<Condition> met) {
        Move move = of(event);
        if (!move.from.contains(from)) {
            return new NotFromHere();
        }
        if (Collections.disjoint(move.who, who)) {
            return new NotYours(move.who);
        }
        EnumSet<Condition> missing = EnumSet.noneOf(Condition.class);
        missing.addAll(move.needs);
        missing.removeAll(met);
        return missing.isEmpty() ? new Allowed(move.to) : new Missing(missing);
    }

    /// What this side does at all.
    public static Set<BusinessEvent> of(Party party) {
        EnumSet<BusinessEvent> theirs = EnumSet.noneOf(BusinessEvent.class);
        for (BusinessEvent event : BusinessEvent.values()) {
            if (of(event).who.stream().anyMatch(who -> who.party() == party)) {
                theirs.add(event);
            }
        }
        return theirs;
    }

    /// The states still to come, by the straight way, in which this could be done; none if it is too late for it.
    public static Set<BusinessState> ahead(BusinessState from, BusinessEvent event) {
        EnumSet<BusinessState> reached = EnumSet.noneOf(BusinessState.class);
        Deque<BusinessState> toSee = new ArrayDeque<>(Set.of(from));
        while (!toSee.isEmpty()) {
            BusinessState state = toSee.pop();
            for (BusinessEvent next : BusinessEvent.values()) {
                Move move = of(next);
                if (!DETOURS.contains(next) && move.from.contains(state) && reached.add(move.to)) {
                    toSee.push(move.to);
                }
            }
        }
        reached.retainAll(of(event).from);
        reached.remove(from);
        return reached;
    }

    private static Move of(BusinessEvent event) {
        return switch (event) {
            case SUBMIT ->
                from(DRAFT)
                        .to(AWAITING_RELEASE)
                        .by(ORIGINATOR)
                        .needs(Condition.SCHEMA_VALID, Condition.CONSENT_OR_OVERRIDE, Condition.RISK_BLOCK_COMPLETE);
            case RELEASE ->
                from(AWAITING_RELEASE)
                        .to(SENT)
                        .by(ORIGINATING_SUPERVISOR, ORIGINATOR)
                        .needs(
                                Condition.FOUR_EYES_OR_IMMEDIATE,
                                Condition.RECIPIENTS_WITH_VALID_KEYS,
                                Condition.HANDLING_NOT_WIDER_THAN_COMPARTMENTS);
            case RETURN ->
                from(AWAITING_RELEASE).to(DRAFT).by(ORIGINATING_SUPERVISOR).needs(Condition.REASON_GIVEN);
            case STORE -> from(SENT).to(RECEIVED).by(RECEIVING_NODE).needs(Condition.SIGNATURES_VALID);
            // From FORWARDED too: the authority it went to takes it, or the request would end nowhere.
            case ACKNOWLEDGE ->
                from(RECEIVED, FORWARDED).to(ACKNOWLEDGED).by(RECEIVING_OFFICER).needs(Condition.PERSON_NAMED);
            case ASK -> from(ACKNOWLEDGED).to(NEEDS_INFO).by(RECEIVING_OFFICER).needs(Condition.QUESTION_GIVEN);
            case ANSWER -> from(NEEDS_INFO).to(ACKNOWLEDGED).by(ORIGINATING_OFFICER);
            case AWAIT_JUDGE ->
                from(ACKNOWLEDGED).to(ON_HOLD).by(RECEIVING_SUPERVISOR).needs(Condition.REASON_GIVEN);
            case RESUME -> from(ON_HOLD).to(ACKNOWLEDGED).by(RECEIVING_OFFICER);
            case RESUME_WORK ->
                from(ON_HOLD).to(IN_PROGRESS).by(RECEIVING_OFFICER).needs(Condition.WORK_HAD_BEGUN);
            case FORWARD ->
                from(ACKNOWLEDGED)
                        .to(FORWARDED)
                        .by(RECEIVING_OFFICER)
                        .needs(Condition.AUTHORITY_NAMED, Condition.CONSENT_AND_HANDLING_ALLOW);
            case ACCEPT ->
                from(ACKNOWLEDGED).to(ACCEPTED).by(COMPETENT_OFFICER).needs(Condition.CASE_WORKER_AND_START_NAMED);
            case DECLINE ->
                from(ACKNOWLEDGED)
                        .to(DECLINED)
                        .by(RECEIVING_SUPERVISOR)
                        .needs(Condition.GROUND_GIVEN, Condition.ALTERNATIVE_GIVEN);
            case START -> from(ACCEPTED).to(IN_PROGRESS).by(CASE_WORKER);
            case COMPLETE ->
                from(IN_PROGRESS).to(COMPLETED).by(CASE_WORKER).needs(Condition.OUTCOME_AND_FOLLOW_UP_GIVEN);
            case FAIL -> from(IN_PROGRESS).to(FAILED).by(RECEIVING_SUPERVISOR).needs(Condition.REASON_GIVEN);
            case CLOSE ->
                from(COMPLETED, DECLINED, FAILED)
                        .to(CLOSED)
                        .by(ORIGINATING_SUPERVISOR)
                        .needs(Condition.OUTCOME_SEEN);
            case REOPEN ->
                from(CLOSED)
                        .to(ACKNOWLEDGED)
                        .by(ORIGINATING_SUPERVISOR, RECEIVING_SUPERVISOR)
                        .needs(Condition.REASON_GIVEN);
            case WITHDRAW ->
                new Move(BEFORE_ACCEPTED, WITHDRAWN, Set.of(), Set.of()).by(ORIGINATOR, ORIGINATING_SUPERVISOR);
            case ASK_WITHDRAWAL ->
                from(ACCEPTED, IN_PROGRESS).to(WITHDRAWAL_REQUESTED).by(ORIGINATOR);
            case CONFIRM_WITHDRAWAL ->
                from(WITHDRAWAL_REQUESTED).to(WITHDRAWN).by(RECEIVING_OFFICER).needs(Condition.CARE_NOT_INTERRUPTED);
            case WITHDRAW_CONSENT ->
                new Move(ANY, BusinessState.CONSENT_WITHDRAWN, Set.of(), Set.of())
                        .by(CASE_WORKER, ORIGINATING_CASE_WORKER);
            case MARK_ERROR ->
                new Move(ANY, BusinessState.ENTERED_IN_ERROR, Set.of(), Set.of()).by(ORIGINATING_SUPERVISOR);
        };
    }

    private static Move from(BusinessState first, BusinessState... more) {
        return new Move(EnumSet.of(first, more), first, Set.of(), Set.of());
    }

    private record Move(Set<BusinessState> from, BusinessState to, Set<Actor> who, Set<Condition> needs) {

        Move to(BusinessState state) {
            return new Move(from, state, who, needs);
        }

        Move by(Actor... actors) {
            return new Move(from, to, Set.of(actors), needs);
        }

        Move needs(Condition... conditions) {
            return new Move(from, to, who, Set.of(conditions));
        }
    }

    public sealed interface Decision permits Allowed, NotFromHere, NotYours, Missing {}

    public record Allowed(BusinessState to) implements Decision {}

    /// The state has no such move; a second person was probably faster.
    public record NotFromHere() implements Decision {}

    public record NotYours(Set<Actor> mayDoIt) implements Decision {}

    /// All that is missing, at once.
    public record Missing(Set<Condition> conditions) implements Decision {}
}
