package org.enlace.node.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.enlace.message.CaseReference;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.watch.Watched.Kind;
import org.enlace.node.watch.Watched.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Cases that officers opened against the table of roles because it could not wait. Each is open for one officer and
/// for a limited time, is seen by supervisors and auditors at once, and is looked at afterwards.
@Component
public class Glass implements InitializingBean {
    /// How far a broken glass opens a case.
    public enum Open {
        NO,
        /// What is written for protection and for the police.
        PARTS,
        /// Names and addresses too: a second person agreed.
        NAMES
    }

    /// What stands against breaking it.
    enum Against {
        CASE_WRONG,
        REASON_WRONG,
        WORDS_WRONG,
        /// A glass that this officer broke was not looked at in time.
        NOT_REVIEWED
    }

    private record Of(OfficerId officer, String caseRef) {}

    private record Pane(UUID id, Instant until, boolean names) {}

    private static final int WORDS_MAX = 2_000;

    private final WatchedEvents events;
    private final WatchSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ConcurrentMap<Of, Pane> panes = new ConcurrentHashMap<>();

    Glass(WatchedEvents events, WatchSettings settings, AuditLog audit, TransactionTemplate transactions, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        events.glasses(clock.instant()).forEach(this::keep);
    }

    /// Asked for every part of every message that is shown, so it is answered from memory.
    public Open open(OfficerId officer, CaseReference reference) {
        var pane = panes.get(new Of(officer, reference.value()));
        if (pane == null || !clock.instant().isBefore(pane.until())) {
            return Open.NO;
        }
        return pane.names() ? Open.NAMES : Open.PARTS;
    }

    /// Opens the case for this officer. Whether there is such a case is not said.
    ///
    /// @return what stands against it; empty once it is open
    List<Against> shatter(String caseRef, @Nullable Reason reason, String words, Officer by) {
        var now = clock.instant();
        var against = new ArrayList<Against>();
        if (!isReference(caseRef)) {
            against.add(Against.CASE_WRONG);
        }
        if (reason == null) {
            against.add(Against.REASON_WRONG);
        }
        if (words.isBlank() || words.length() > WORDS_MAX) {
            against.add(Against.WORDS_WRONG);
        }
        if (events.overdue(by.id(), now)) {
            against.add(Against.NOT_REVIEWED);
        }
        if (!against.isEmpty()) {
            return List.copyOf(against);
        }
        var event = new Watched(
                UUID.randomUUID(),
                Kind.GLASS,
                by.id(),
                caseRef,
                reason,
                words.strip(),
                now,
                now.plus(settings.glassLength()),
                null,
                now.plus(settings.reviewWithin()),
                null);
        transactions.executeWithoutResult(_ -> {
            events.add(event);
            audit.write(new AuditEntry(by.pseudonym(), "BREAK_GLASS", caseRef, "BREAK_GLASS", AuditEntry.DONE));
        });
        keep(event);
        return List.of();
    }

    /// Names open too.
    ///
    /// @return false if there is no such glass that is open, or it is the officer's own
    boolean agree(UUID id, Officer by) {
        var now = clock.instant();
        var found = events.find(id)
                .filter(event -> event.kind() == Kind.GLASS && now.isBefore(event.until()))
                .filter(event -> !event.officer().equals(by.id()));
        if (found.isEmpty()) {
            return false;
        }
        var agreed = Boolean.TRUE.equals(transactions.execute(_ -> {
            audit.write(new AuditEntry(
                    by.pseudonym(), "AGREE_GLASS", String.valueOf(found.get().caseRef()), null, AuditEntry.DONE));
            return events.agree(id, by.id(), now);
        }));
        events.find(id).ifPresent(this::keep);
        return agreed;
    }

    private void keep(Watched event) {
        var caseRef = event.caseRef();
        if (caseRef != null) {
            panes.values().removeIf(pane -> pane.until().isBefore(event.begun()));
            panes.put(new Of(event.officer(), caseRef), new Pane(event.id(), event.until(), event.agreedBy() != null));
        }
    }

    private static boolean isReference(String text) {
        try {
            return !new CaseReference(text).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
