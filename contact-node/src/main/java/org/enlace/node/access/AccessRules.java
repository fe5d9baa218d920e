package org.enlace.node.access;

import java.util.EnumSet;
import java.util.Set;
import org.enlace.node.access.Decision.Allowed;
import org.enlace.node.access.Decision.Denied;
import org.enlace.node.access.Decision.Reason;
import org.springframework.stereotype.Component;

/// The one place that says who may do what. Pages, API, lists, counts, live updates and exports all ask here.
@Component
public final class AccessRules {
    private static final Set<Action> SHOWS_A_PERSON =
            EnumSet.of(Action.READ_IDENTITY, Action.READ_PROTECTION, Action.READ_POLICE);
    private static final Set<Purpose> SHOWN_FOR =
            EnumSet.of(Purpose.INVESTIGATION, Purpose.PROTECTION, Purpose.RELEASE);
    /// All that a system may, if its roles do. What is not here a person does: whatever is a human act toward another
    /// contact point, lets a message go or somebody in, watches over those who read, hands
    /// something out, or opens names. A new act is none of a system until it stands here.
    private static final Set<Action> OF_SYSTEMS = EnumSet.of(
            Action.OWN_PROFILE,
            Action.READ_DESK,
            Action.READ_DUTY,
            Action.READ_CASES,
            Action.READ_ALERTS,
            Action.WRITE_ALERT,
            Action.READ_INFORMATION,
            Action.WRITE_INFORMATION,
            Action.READ_ASSISTANCE,
            Action.WRITE_ASSISTANCE,
            Action.CORROBORATE,
            Action.PROPOSE,
            Action.READ_REPORTS,
            Action.WRITE_REPORT,
            Action.READ_ROUTES,
            Action.WRITE_DRAFT,
            Action.READ_PROTECTION,
            Action.READ_POLICE,
            Action.READ_DIRECTORY,
            Action.READ_GROUPS,
            Action.READ_STATISTICS,
            Action.READ_AUDIT,
            Action.READ_OPERATIONS);

    private static final Set<Role> PROTECTS = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER, Role.DUTY, Role.SUPERVISOR);

    /// @param purpose why; what shows a person is only for [Purpose#INVESTIGATION],
    /// [Purpose#PROTECTION] and, for those who may release, [Purpose#RELEASE]
    public Decision decide(Officer subject, Action action, Target target, Purpose purpose) {
        if (action == Action.ENTER) {
            return new Allowed();
        }
        var roles = EnumSet.copyOf(subject.roles());
        roles.removeIf(role -> !role.permits(action));
        if (purpose == Purpose.RELEASE) {
            roles.removeIf(role -> !role.permits(Action.RELEASE));
        }
        if (roles.isEmpty()) {
            return new Denied(Reason.ROLE);
        }
        if (subject.system() && !isOfSystems(action)) {
            return new Denied(Reason.PERSON);
        }
        if (SHOWS_A_PERSON.contains(action) && !SHOWN_FOR.contains(purpose)) {
            return new Denied(Reason.PURPOSE);
        }
        return switch (target) {
            case Target.Whole() -> new Allowed();
            case Target.OwnedBy(var owner) ->
                owner.equals(subject.id()) ? new Allowed() : new Denied(Reason.NOT_THE_OWNER);
            case Target.WrittenBy(var writer) ->
                writer.equals(subject.id()) ? new Denied(Reason.OWN_WORK) : new Allowed();
            case Target.OfCase(var _, var protectionOnly) -> guarded(roles, protectionOnly);
            case Target.OfKind(var protectionOnly) -> guarded(roles, protectionOnly);
        };
    }

    private static Decision guarded(Set<Role> roles, boolean protectionOnly) {
        roles.retainAll(PROTECTS);
        return protectionOnly && roles.isEmpty() ? new Denied(Reason.PROTECTION_ONLY) : new Allowed();
    }

    /// Whether any role of the officer opens this page or list at all.
    public boolean mayOpen(Officer subject, Action action) {
        return action == Action.ENTER
                || ((!subject.system() || isOfSystems(action))
                        && subject.roles().stream().anyMatch(role -> role.permits(action)));
    }

    /// Whether a system may do it at all; everything else needs a person.
    public boolean isOfSystems(Action action) {
        return OF_SYSTEMS.contains(action);
    }
}
