package org.enlace.message;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.handling.Caveat;

/// Who may be addressed.
final class RecipientRules {
    /// As many as one envelope may be encrypted to.
    static final int RECIPIENTS_MAX = 64;

    private static final String FIELD = "recipients";

    private RecipientRules() {}

    static void check(
            Breaches breaches,
            About about,
            NodeId sender,
            Collection<NodeId> recipients,
            Directory directory,
            Origins origins,
            Instant at) {
        if (recipients.isEmpty()) {
            breaches.add(FIELD, BreachCode.NO_RECIPIENT);
        }
        if (recipients.size() > RECIPIENTS_MAX) {
            breaches.add(FIELD, BreachCode.TOO_MANY, RECIPIENTS_MAX);
        }
        Set<NodeId> seen = new HashSet<>();
        for (NodeId recipient : recipients) {
            if (!seen.add(recipient)) {
                breaches.add(FIELD, BreachCode.RECIPIENT_TWICE, recipient);
                continue;
            }
            if (recipient.equals(sender)) {
                breaches.add(FIELD, BreachCode.RECIPIENT_IS_SENDER, recipient);
                continue;
            }
            reachable(breaches, recipient, sender, directory, at);
            secretariat(breaches, recipient, about, directory);
            caveats(breaches, recipient, about, origins);
        }
        excludedRole(breaches, about);
        excludedAuthorities(breaches, about, directory);
        if (about.handling().has(Caveat.NO_CONSULAR_CONTACT)
                && origins.countries().isEmpty()) {
            // Without it nobody could keep the message away from that state.
            breaches.add("about.countryRoles", BreachCode.REQUIRED);
        }
    }

    private static void reachable(Breaches breaches, NodeId recipient, NodeId sender, Directory directory, Instant at) {
        Optional<Member> member = directory.member(recipient);
        if (member.isEmpty()) {
            breaches.add(FIELD, BreachCode.RECIPIENT_UNKNOWN, recipient);
            return;
        }
        if (member.get().status() != MemberStatus.ACTIVE) {
            breaches.add(FIELD, BreachCode.RECIPIENT_NOT_ACTIVE, recipient);
        } else if (member.get().encryptionPair(at).isEmpty()) {
            breaches.add(FIELD, BreachCode.RECIPIENT_WITHOUT_KEYS, recipient);
        }
        boolean partner = directory
                .member(sender)
                .filter(self -> self.partners().contains(recipient))
                .isPresent();
        if (!partner) {
            breaches.add(FIELD, BreachCode.RECIPIENT_NOT_A_PARTNER, recipient);
        }
    }

    private static void secretariat(Breaches breaches, NodeId recipient, About about, Directory directory) {
        if (about.messageType() == MessageType.STATISTICS_RETURN
                && directory
                        .secretariat()
                        .filter(member -> member.code().equals(recipient))
                        .isEmpty()) {
            breaches.add(FIELD, BreachCode.RECIPIENT_NOT_SECRETARIAT, recipient);
        }
    }

    private static void caveats(Breaches breaches, NodeId recipient, About about, Origins origins) {
        if (about.handling().has(Caveat.NO_CONSULAR_CONTACT) && origins.contains(recipient)) {
            breaches.add(FIELD, BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN, recipient);
        }
        for (Caveat caveat : about.handling().caveats()) {
            Optional<String> authority = caveat.excluded();
            boolean member = authority.filter(recipient.value()::equals).isPresent();
            boolean role = about.addressedRole() != null
                    && authority
                            .filter((recipient + ":" + about.addressedRole())::equals)
                            .isPresent();
            if (member || role) {
                breaches.add(FIELD, BreachCode.RECIPIENT_EXCLUDED, recipient);
            }
        }
    }

    /// An authority that cannot be told apart would not be kept out by anybody.
    private static void excludedAuthorities(Breaches breaches, About about, Directory directory) {
        for (int i = 0; i < about.handling().caveats().size(); i++) {
            Optional<String> authority = about.handling().caveats().get(i).excluded();
            if (authority.isPresent() && !isKnown(breaches, authority.get(), directory)) {
                breaches.add("about.handling.caveats[" + i + "]", BreachCode.AUTHORITY_UNKNOWN);
            }
        }
    }

    private static boolean isKnown(Breaches breaches, String authority, Directory directory) {
        String[] parts = authority.split(":", -1);
        boolean member =
                directory.members().stream().anyMatch(it -> it.code().value().equals(parts[0]));
        return switch (parts.length) {
            case 1 -> member || breaches.inUse(parts[0], "role");
            case 2 -> member && breaches.inUse(parts[1], "role");
            default -> false;
        };
    }

    private static void excludedRole(Breaches breaches, About about) {
        String role = about.addressedRole();
        if (role == null) {
            return;
        }
        for (Caveat caveat : about.handling().caveats()) {
            if (caveat.excluded().filter(role::equals).isPresent()) {
                breaches.add("about.addressedRole", BreachCode.ROLE_EXCLUDED, role);
            }
        }
    }
}
