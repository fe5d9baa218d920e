package org.enlace.node.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlace.directory.Directory;
import org.enlace.handling.Caveat;
import org.enlace.lifecycle.Deadlines;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;

/// Makes the columns of a message out of what was sent or proven.
final class MessageEntries {
    /// Codes of list `role` that are not names of ours, and who reads on behalf of that authority at this node.
    private static final Map<String, Role> NAMED = Map.of(
            "POLICE", Role.INVESTIGATOR,
            "PROSECUTION", Role.INVESTIGATOR,
            "BORDER", Role.INVESTIGATOR,
            "LABOUR_INSPECTION", Role.INVESTIGATOR,
            "PROTECTION", Role.CASE_WORKER,
            "CHILD_PROTECTION", Role.CASE_WORKER,
            "WOMENS_MECHANISM", Role.CASE_WORKER,
            "NGO_PROVIDER", Role.CASE_WORKER,
            "COORDINATOR", Role.SUPERVISOR);

    /// Who still reads what shuts out an authority that this node does not know.
    private static final Set<Role> TRUSTED_IN_DOUBT = Set.of(Role.DUTY, Role.SUPERVISOR);

    private MessageEntries() {}

    /// @param id by which this node knows it
    /// @param givenId by which its sender knows it
    /// @param author id of our officer, of what we send
    record Origin(
            MessageId id,
            MessageId givenId,
            Side side,
            NodeId partner,
            Mode mode,
            @Nullable String author,
            @Nullable String digest,
            Instant sentAt,
            Instant storedAt) {}

    /// @param reference of the case in which it is filed
    static MessageEntry of(Origin origin, CaseReference reference, About about, Message message, Surroundings around) {
        var child = about.childInvolved() != ChildInvolved.NO;
        return new MessageEntry(
                origin.id(),
                origin.givenId(),
                reference,
                origin.side(),
                origin.partner(),
                Deadlines.raisedForChild(about.urgency(), child),
                child,
                about.handling().has(Caveat.VICTIM_PROTECTION_ONLY),
                closedTo(
                        about,
                        around.directory().current(),
                        around.directory().self().code()),
                origin.mode(),
                Gists.of(about, message),
                about.messageType(),
                origin.author(),
                about.senderOfficer(),
                origin.digest(),
                origin.sentAt(),
                origin.storedAt(),
                null);
    }

    /// @param at the member whose roles are meant
    static Set<Role> closedTo(About about, Directory directory, NodeId at) {
        var closed = EnumSet.noneOf(Role.class);
        for (var caveat : about.handling().caveats()) {
            caveat.excluded().ifPresent(authority -> closed.addAll(shutOut(authority, directory, at)));
        }
        return closed;
    }

    /// Whoever works at a contact point, as far as its desk says; all roles where it says nothing.
    static Set<Role> rolesAt(NodeId member, Directory directory) {
        var roles = EnumSet.noneOf(Role.class);
        directory.member(member).stream()
                .flatMap(listed -> listed.contact().roles().stream())
                .flatMap(name -> Arrays.stream(Role.values())
                        .filter(role -> role.name().equals(name) || role == NAMED.get(name)))
                .forEach(roles::add);
        return roles.isEmpty() ? EnumSet.allOf(Role.class) : roles;
    }

    /// `GT` shuts out a whole member, `POLICE` a role everywhere, `GT:POLICE` a role of one member. What is none of
    /// these was meant to shut out somebody: it shuts out all who could be meant.
    private static Set<Role> shutOut(String authority, Directory directory, NodeId self) {
        var parts = authority.strip().toUpperCase(Locale.ROOT).split("\\s*:\\s*", 2);
        var member = directory.members().stream()
                .filter(it -> it.code().value().equals(parts[0]))
                .findFirst();
        if (member.isPresent() && !member.get().code().equals(self)) {
            return EnumSet.noneOf(Role.class);
        }
        if (parts.length == 1) {
            return member.isPresent() ? EnumSet.allOf(Role.class) : role(parts[0]);
        }
        return member.isPresent() ? role(parts[1]) : EnumSet.complementOf(EnumSet.copyOf(TRUSTED_IN_DOUBT));
    }

    private static Set<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(NAMED.get(name)))
                .<Set<Role>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.complementOf(EnumSet.copyOf(TRUSTED_IN_DOUBT)));
    }
}
