package org.enlace.node.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.MessageEntry;
import org.springframework.stereotype.Component;

/// What accepting a case needs: an officer of ours who works on it, and the day on which that begins.
@Component
class Acceptance {
    static final Set<Role> CARE = EnumSet.of(Role.CONSULAR, Role.CASE_WORKER);

    private static final int DAYS_MAX = 90;

    private final Officers officers;
    private final ReferralGuard referrals;
    private final NodeSettings settings;
    private final Clock clock;

    Acceptance(Officers officers, ReferralGuard referrals, NodeSettings settings, Clock clock) {
        this.referrals = referrals;
        this.officers = officers;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean isForCare(MessageEntry message) {
        return message.gist().type().isForCare();
    }

    /// What the message itself has against being taken on.
    List<Outcome.Point> against(MessageEntry message) {
        return referrals.against(message);
    }

    /// Who may be named for this message. A role that the sender shut out works on nothing of it.
    List<Officer> workers(MessageEntry message) {
        return officers.working().stream()
                .filter(officer -> officer.without(message.closedTo())
                        .filter(left -> left.roles().stream().anyMatch(role -> competent(role, message)))
                        .isPresent())
                .toList();
    }

    /// @param pseudonym under which partners know the officer
    Optional<Officer> worker(MessageEntry message, String pseudonym) {
        return workers(message).stream()
                .filter(officer -> officer.pseudonym().equals(pseudonym.strip()))
                .findFirst();
    }

    /// From today on, at most 90 days ahead.
    Optional<LocalDate> start(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            var today = today();
            return day.isBefore(today) || day.isAfter(today.plusDays(DAYS_MAX)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /// The same in all languages: `officer-7K4M2Q, 2026-11-23`.
    static String note(Officer worker, LocalDate start) {
        return worker.pseudonym() + ", " + start;
    }

    private static boolean competent(Role role, MessageEntry message) {
        return isForCare(message) ? CARE.contains(role) : role.permits(Action.WORK_CASES);
    }
}
