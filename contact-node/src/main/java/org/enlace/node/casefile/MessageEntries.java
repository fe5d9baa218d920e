package org.enlace.node.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// Codes of list `role` that are not names of ours, and who that is at this node.
    private static final Map<String, Role> NAMED =
            Map.of("POLICE", Role.INVESTIGATOR, "PROTECTION", Role.CASE_WORKER, "CHILD_PROTECTION", Role.CASE_WORKER);

    private MessageEntries() {}

    /// @param author id of our officer, of what we send
    record Origin(
            MessageId id,
            Side side,
            NodeId partner,
            Mode mode,
            @Nullable String author,
            @Nullable String digest,
            Instant sentAt,
            Instant storedAt) {}

    static MessageEntry of(Origin origin, About about, Message message, Surroundings around) {
        var child = about.childInvolved() != ChildInvolved.NO;
        return new MessageEntry(
                origin.id(),
                reference(about, origin, around),
                origin.side(),
                origin.partner(),
                Deadlines.raisedForChild(about.urgency(), child),
                child,
                about.handling().has(Caveat.VICTIM_PROTECTION_ONLY),
                closedTo(about, around.directory().self().code()),
                origin.mode(),
                Gists.of(about, message),
                origin.author(),
                about.senderOfficer(),
                origin.digest(),
                origin.sentAt(),
                origin.storedAt());
    }

    /// A message that belongs to no case gets one of this node's own, so that it rests under a key too.
    private static CaseReference reference(About about, Origin origin, Surroundings around) {
        var given = about.caseRef();
        return given != null
                ? given
                : CaseReference.next(
                        around.directory().self().code(),
                        origin.storedAt().atOffset(ZoneOffset.UTC).getYear(),
                        around.random());
    }

    /// `GT` shuts out a whole member, `POLICE` a role everywhere, `GT:POLICE` a role of one member.
    private static Set<Role> closedTo(About about, NodeId self) {
        var closed = EnumSet.noneOf(Role.class);
        for (var caveat : about.handling().caveats()) {
            caveat.excluded().ifPresent(authority -> {
                var parts = authority.toUpperCase(Locale.ROOT).split(":", 2);
                var ours = parts.length == 1 || parts[0].equals(self.value());
                if (parts.length == 1 && parts[0].equals(self.value())) {
                    closed.addAll(EnumSet.allOf(Role.class));
                } else if (ours) {
                    role(parts[parts.length - 1]).ifPresent(closed::add);
                }
            });
        }
        return closed;
    }

    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(NAMED.get(name)));
    }
}
