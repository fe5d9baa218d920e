package org.enlace.node.casefile;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The parts of what we sent that an officer does not open by right, for a correction that leaves them alone.
@Component
public class ClosedParts {
    private final SealedParts parts;
    private final Reach reach;

    ClosedParts(SealedParts parts, Reach reach) {
        this.parts = parts;
        this.reach = reach;
    }

    /// Its files aside: no correction changes those.
    @Transactional(readOnly = true)
    public Set<Compartment> of(MessageEntry message, Officer officer) {
        return parts.compartments(message.id()).stream()
                .filter(part -> part != Compartment.ATTACHMENTS)
                .filter(part -> reach.of(officer, message, part, null) != Reach.Verdict.OPEN)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What those of these parts say that there are, as it was sent. It goes on to whom it went before, and is shown to
    /// nobody.
    @Transactional(readOnly = true)
    public Map<Compartment, byte[]> contents(MessageEntry message, Set<Compartment> wanted) {
        var there = parts.compartments(message.id());
        there.retainAll(wanted);
        return parts.open(message, there);
    }

    /// Our roles that open all of them.
    ///
    /// @param asking whoever wants to know
    public Set<Role> readers(MessageEntry message, Set<Compartment> closed, Officer asking) {
        var readers = EnumSet.allOf(Role.class);
        for (var part : closed) {
            var verdicts = reach.roles(asking, message, part, null);
            readers.removeIf(role -> verdicts.get(role) != Reach.Verdict.OPEN);
        }
        return readers;
    }
}
