package org.enlace.node.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Sight;
import org.springframework.stereotype.Component;

/// Who may be asked to take an item over.
@Component
class Takers {
    /// From here on somebody cares for the person.
    private static final Set<BusinessState> IN_CARE = EnumSet.of(
            BusinessState.ACCEPTED,
            BusinessState.IN_PROGRESS,
            BusinessState.ON_HOLD,
            BusinessState.WITHDRAWAL_REQUESTED,
            BusinessState.COMPLETED);

    private final Officers officers;
    private final AccessRules rules;

    Takers(Officers officers, AccessRules rules) {
        this.officers = officers;
        this.rules = rules;
    }

    /// Those who work here now, by name.
    List<Officer> working() {
        return officers.working();
    }

    /// Also one who has no access any more: what they hold is still handed over.
    Optional<Officer> ever(String pseudonym) {
        return officers.known(pseudonym);
    }

    /// All there ever were, by id.
    Map<OfficerId, Officer> everyone() {
        return officers.everyone().stream().collect(Collectors.toMap(Officer::id, Function.identity()));
    }

    /// Whoever may see the message and work on it. A case of care that was accepted goes only to those whose work care
    /// is.
    boolean mayTake(Officer officer, DeskItem item, MessageEntry message) {
        return officer.without(message.closedTo())
                .filter(admitted -> new Sight(admitted, rules).sees(message))
                .filter(admitted -> rules.mayOpen(admitted, Action.WORK_CASES))
                .filter(admitted ->
                        !isInCare(item, message) || admitted.roles().stream().anyMatch(Acceptance.CARE::contains))
                .isPresent();
    }

    private static boolean isInCare(DeskItem item, MessageEntry message) {
        return item.side() == Side.RECEIVED && Acceptance.isForCare(message) && IN_CARE.contains(item.state());
    }
}
