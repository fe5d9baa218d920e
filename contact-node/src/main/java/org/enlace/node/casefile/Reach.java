package org.enlace.node.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.access.Role;
import org.enlace.node.access.Target;
import org.enlace.node.watch.Glass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides which parts of a message an officer opens. Names and addresses open last: once this contact point has taken
/// the case on, and then only for those whose work it is.
@Component
public class Reach {
    private static final Map<Compartment, Action> OPENING = new EnumMap<>(Map.of(
            Compartment.PROTECTION, Action.READ_PROTECTION,
            Compartment.IDENTITY, Action.READ_IDENTITY,
            Compartment.POLICE, Action.READ_POLICE,
            // A file may show whom it likes.
            Compartment.ATTACHMENTS, Action.READ_IDENTITY));
    private static final Set<Role> CARE = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER);
    private static final Set<Role> POLICE_WORK = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER, Role.INVESTIGATOR);

    private final AccessRules rules;
    private final Glass glass;

    Reach(AccessRules rules, Glass glass) {
        this.rules = rules;
        this.glass = glass;
    }

    /// Whether one part is open to an officer, and if not, why.
    public enum Verdict {
        OPEN,
        /// It opens when this contact point accepts.
        NOT_YET,
        CLOSED
    }

    public Sight sight(Officer officer) {
        return new Sight(officer, rules);
    }

    /// Whether the officer reads this message at all, by right or through a broken glass.
    boolean reads(Officer officer, MessageEntry message) {
        return sight(officer).sees(message) || throughGlass(officer, message) != Glass.Open.NO;
    }

    /// How far a broken glass opens a message. Whom its sender shut out, and who may not use what is for protection
    /// alone, it lets in no further.
    Glass.Open throughGlass(Officer officer, MessageEntry message) {
        var open = glass.open(officer.id(), message.reference());
        var lawful = open != Glass.Open.NO
                && officer.without(message.closedTo())
                        .filter(admitted -> rules.decide(
                                        admitted,
                                        Action.BREAK_GLASS,
                                        new Target.OfCase(message.reference(), message.protectionOnly()),
                                        Purpose.BREAK_GLASS)
                                .allowed())
                        .isPresent();
        return lawful ? open : Glass.Open.NO;
    }

    /// What this officer opens now, by right or through a broken glass.
    ///
    /// @param standing how far the message has come here; null if nothing waits for it
    Verdict now(Officer officer, MessageEntry message, Compartment part, @Nullable Standing standing) {
        var verdict = of(officer, message, part, standing);
        if (verdict == Verdict.OPEN) {
            return verdict;
        }
        return switch (throughGlass(officer, message)) {
            case NO -> verdict;
            case PARTS -> part == Compartment.IDENTITY || part == Compartment.ATTACHMENTS ? verdict : Verdict.OPEN;
            // Files stay closed: what is in them nobody can take back.
            case NAMES -> part == Compartment.ATTACHMENTS ? verdict : Verdict.OPEN;
        };
    }

    /// By right.
    ///
    /// @param standing how far the message has come here; null if nothing waits for it
    public Verdict of(Officer officer, MessageEntry message, Compartment part, @Nullable Standing standing) {
        if (!sight(officer).sees(message)) {
            return Verdict.CLOSED;
        }
        var action = OPENING.get(part);
        if (action == null) {
            return Verdict.OPEN;
        }
        var admitted = officer.without(message.closedTo());
        var target = new Target.OfCase(message.reference(), message.protectionOnly());
        var purpose = Sight.purpose(message.readAs(), part);
        if (admitted.isEmpty()
                || !rules.decide(admitted.get(), action, target, purpose).allowed()) {
            return Verdict.CLOSED;
        }
        return isOfPerson(message, part) ? identity(admitted.get(), message, standing) : Verdict.OPEN;
    }

    /// A file of a message about a victim is a passport, a photograph, a certificate: it opens when the name does. What
    /// an alert brings is looked at before anybody accepts.
    private static boolean isOfPerson(MessageEntry message, Compartment part) {
        return part == Compartment.IDENTITY
                || (part == Compartment.ATTACHMENTS && message.gist().type().isForCare());
    }

    /// Whether an officer opens a part of a message of ours that has not left yet, to decide about that.
    ///
    /// @param message as it would be filed
    public boolean opensToRelease(Officer officer, MessageEntry message, Compartment part) {
        var action = OPENING.get(part);
        return sight(officer).sees(message)
                && officer.without(message.closedTo())
                        .filter(admitted -> rules.decide(
                                        admitted,
                                        action == null ? Action.RELEASE : action,
                                        new Target.OfCase(message.reference(), message.protectionOnly()),
                                        Purpose.RELEASE)
                                .allowed())
                        .isPresent();
    }

    /// The parts of this message that the officer opens, whether or not they were asked for.
    Set<Compartment> parts(Officer officer, OpenedMessage message) {
        var open = EnumSet.noneOf(Compartment.class);
        for (var part : message.parts()) {
            if (now(officer, message.entry(), part, message.standing()) == Verdict.OPEN) {
                open.add(part);
            }
        }
        return open;
    }

    private static Verdict identity(Officer officer, MessageEntry message, @Nullable Standing standing) {
        if (officer.id().value().equals(message.author())) {
            return Verdict.OPEN;
        }
        var competent = message.readAs().isForCare() ? CARE : POLICE_WORK;
        if (officer.roles().stream().noneMatch(competent::contains)) {
            return Verdict.CLOSED;
        }
        // Whoever is asked to change a message wrote it, and knows whom it is about.
        var known = message.side() == Side.SENT || message.gist().type() == MessageType.PROPOSAL;
        var taken = known || (standing != null && standing.accepted());
        return taken ? Verdict.OPEN : Verdict.NOT_YET;
    }

    /// Which of our roles open which part, with the step that is still missing.
    Map<Role, Verdict> roles(Officer reader, MessageEntry message, Compartment part, @Nullable Standing standing) {
        var verdicts = new EnumMap<Role, Verdict>(Role.class);
        for (var role : Role.values()) {
            var anyone = new Officer(reader.id(), reader.pseudonym(), reader.displayName(), Set.of(role), null);
            var verdict = of(anyone, authorless(message), part, standing);
            if (verdict != Verdict.CLOSED) {
                verdicts.put(role, verdict);
            }
        }
        return verdicts;
    }

    /// Whether somebody with this role alone may see a message of such a kind.
    ///
    /// @param asking whoever wants to know; not whom it is about
    boolean reads(Role role, MessageType type, boolean protectionOnly, Officer asking) {
        var anyone = new Officer(asking.id(), asking.pseudonym(), asking.displayName(), Set.of(role), null);
        return sight(anyone).reads(type, protectionOnly);
    }

    private static MessageEntry authorless(MessageEntry message) {
        return message.elsewhere(message.side(), message.closedTo());
    }
}
