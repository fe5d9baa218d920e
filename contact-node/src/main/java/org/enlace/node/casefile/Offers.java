package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.handling.HandlingCode;
import org.enlace.lifecycle.Actor;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Course;
import org.enlace.lifecycle.Moves;
import org.enlace.lifecycle.Party;
import org.enlace.message.MessageType;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseScreen.Barrier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which steps an officer may take now, and why not the others; the desk decides again, by the same rules, when one is
/// taken.
@Component
class Offers {
    /// What the step itself will ask for.
    private static final Set<Condition> GIVEN = EnumSet.complementOf(EnumSet.of(Condition.WORK_HAD_BEGUN));

    private final Actors actors;
    private final AccessRules rules;
    private final Labels labels;

    Offers(Actors actors, AccessRules rules, Labels labels) {
        this.actors = actors;
        this.rules = rules;
        this.labels = labels;
    }

    /// @param open steps that the officer may take now, the most likely one first
    /// @param barred the others, with the reason
    record Offered(List<Step> open, List<Barrier> barred, boolean note) {
        static final Offered NOTHING = new Offered(List.of(), List.of(), false);
    }

    Offered of(
            MessageEntry message, @Nullable Standing standing, Collection<Life> lives, Officer officer, Locale reader) {
        if (standing == null) {
            return Offered.NOTHING;
        }
        var party = message.side() == Side.SENT ? Party.ORIGINATING : Party.RECEIVING;
        var note = party == Party.RECEIVING && !message.sealed() && rules.mayOpen(officer, Action.WORK_CASES);
        if (message.recalled() != null) {
            // What was taken back is attested, and no step of its life is left.
            return new Offered(List.of(), List.of(), note);
        }
        var who = actors.of(officer, message, standing.owner());
        var courses = lives.stream().map(Life::course).toList();
        var open = new ArrayList<Step>();
        var barred = new ArrayList<Barrier>();
        for (var step : Step.of(party)) {
            var decisions = courses.stream()
                    .map(course -> course.decide(step.event(course), who, GIVEN))
                    .toList();
            if (decisions.stream().anyMatch(Moves.Allowed.class::isInstance)) {
                open.add(step);
            } else {
                barred.add(new Barrier(step, why(step, courses, decisions, party, reader)));
            }
        }
        return new Offered(open, barred, note);
    }

    /// Whether the officer may say how risky this return is, before somebody decides on it.
    boolean mayAssess(OpenedMessage open, Officer officer) {
        var standing = open.standing();
        return standing != null
                && open.entry().recalled() == null
                && !standing.accepted()
                && ReturnAssessments.isDue(open.entry())
                && (officer.is(Role.CONSULAR) || officer.is(Role.CASE_WORKER));
    }

    /// Whether the officer may take a case file out.
    boolean mayExport(Officer officer) {
        return rules.mayOpen(officer, Action.EXPORT_CASE);
    }

    /// Whether the officer may hand the person a copy of what was shared.
    boolean mayCopy(OpenedMessage open, Officer officer) {
        return open.entry().gist().type().isForCare() && rules.mayOpen(officer, Action.COPY_FOR_PERSON);
    }

    /// With what kind of message the officer may answer this one, again or for the first time; null if with none.
    @Nullable
    MessageType reply(OpenedMessage open, Officer officer) {
        var standing = open.standing();
        if (standing == null || open.entry().recalled() != null || open.entry().side() == Side.SENT) {
            return null;
        }
        var state = BusinessState.valueOf(standing.state());
        return Asking.of(open.entry().gist().type())
                .filter(_ -> state.isOpen() || state == BusinessState.COMPLETED)
                .filter(asking -> rules.mayOpen(officer, asking.writing()))
                .map(Asking::reply)
                .orElse(null);
    }

    /// Whether the officer may correct it on a form, which fills itself with what was sent. A part that is closed to
    /// them stays; where the form cannot leave it alone, its page says who corrects the message.
    boolean mayCorrect(OpenedMessage open, Officer officer) {
        return open.entry().side() == Side.SENT
                && open.entry().recalled() == null
                && mayWriteAgain(open.entry().gist().type(), officer);
    }

    /// Whether the officer may say that what this message of another contact point tells of was met with, or not.
    boolean mayCorroborate(OpenedMessage open, Officer officer) {
        return isTheirs(open)
                && open.entry().gist().type().isCorroborated()
                && rules.mayOpen(officer, Action.CORROBORATE);
    }

    /// Whether the officer may propose to its owner what this message should say.
    boolean mayPropose(OpenedMessage open, Officer officer) {
        return isTheirs(open) && open.entry().gist().type().isCorrected() && rules.mayOpen(officer, Action.PROPOSE);
    }

    /// Whether the officer may accept a proposal, by correcting on a form the message that it is about.
    boolean mayAccept(OpenedMessage open, MessageEntry about, Officer officer) {
        return isTheirs(open)
                && about.side() == Side.SENT
                && about.recalled() == null
                && mayWriteAgain(about.gist().type(), officer);
    }

    /// Whether there is a form on which the officer may correct a message of that kind.
    private boolean mayWriteAgain(MessageType type, Officer officer) {
        return switch (type) {
            case CASE_ALERT -> rules.mayOpen(officer, Action.WRITE_ALERT);
            case VICTIM_ASSISTANCE_REQUEST, VICTIM_REFERRAL -> rules.mayOpen(officer, Action.WRITE_ASSISTANCE);
            case ROUTE_REPORT, MODUS_OPERANDI_REPORT -> rules.mayOpen(officer, Action.WRITE_REPORT);
            default -> false;
        };
    }

    private static boolean isTheirs(OpenedMessage open) {
        return open.entry().side() == Side.RECEIVED && open.entry().recalled() == null;
    }

    /// Whether the officer may ask whoever provided this message to use it otherwise than its handling says.
    boolean mayAskToUse(OpenedMessage open, Officer officer) {
        var type = open.entry().gist().type();
        return open.entry().side() == Side.RECEIVED
                && open.entry().recalled() == null
                && type != MessageType.USE_PERMISSION_REQUEST
                && type != MessageType.USE_PERMISSION_DECISION
                && type != MessageType.PROPOSAL
                && type != MessageType.PROPOSAL_DECISION
                && open.about().handling().code() != HandlingCode.H0
                && rules.mayOpen(officer, Action.WRITE_PERMISSION);
    }

    private String why(Step step, List<Course> courses, List<Moves.Decision> decisions, Party party, Locale reader) {
        for (var decision : decisions) {
            if (decision instanceof Moves.NotYours(Set<Actor> may)) {
                return labels.text(reader, "desk.point." + Barred.of(may, party).code());
            }
        }
        var ahead = EnumSet.noneOf(BusinessState.class);
        courses.forEach(course -> ahead.addAll(Moves.ahead(course.state(), step.event(course))));
        return ahead.isEmpty()
                ? labels.text(reader, "casefile.barred.late")
                : labels.text(reader, "casefile.barred.early", "states", states(ahead, reader));
    }

    private String states(Set<BusinessState> states, Locale reader) {
        return states.stream()
                .map(state -> labels.of("business-state", state, reader))
                .collect(Collectors.joining(" / "));
    }
}
