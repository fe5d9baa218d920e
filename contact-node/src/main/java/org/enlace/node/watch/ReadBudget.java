package org.enlace.node.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.watch.Watched.Kind;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Of how many cases an officer opens what shows persons, within an hour. Whoever wants more proves anew who they are
/// and gives a reason; supervisors and auditors see both.
@Component
public class ReadBudget {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient database;
    private final WatchedEvents events;
    private final WatchSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    ReadBudget(
            JdbcClient database,
            WatchedEvents events,
            WatchSettings settings,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.events = events;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // The refusal ends what the reader began, and is written down all the same.
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Counts that the officer opens something of this case that shows persons. A case counts once in an hour.
    ///
    /// @throws ProblemFound if the budget is spent; nothing may be shown then
    @Transactional
    public void spend(Officer officer, CaseReference reference) {
        var now = clock.instant();
        var known = database.sql(
                        "update read_case set last_at = ? where officer_id = ? and case_ref = ? and last_at > ?")
                .params(StoredTime.utc(now), officer.id().value(), reference.value(), StoredTime.utc(now.minus(HOUR)))
                .update();
        if (known > 0) {
            return;
        }
        if (opened(officer.id(), now) >= allowed(officer.id(), now)) {
            apart.executeWithoutResult(_ -> refused(officer, now));
            throw new ProblemFound(ProblemKind.READ_BUDGET_SPENT);
        }
        database.sql("delete from read_case where officer_id = ? and last_at <= ?")
                .params(officer.id().value(), StoredTime.utc(now.minus(HOUR)))
                .update();
        database.sql("insert into read_case (officer_id, case_ref, last_at) values (?, ?, ?)")
                .params(officer.id().value(), reference.value(), StoredTime.utc(now))
                .update();
    }

    /// Gives the officer as much again for an hour.
    ///
    /// @param words why
    @Transactional
    void more(Officer officer, String words) {
        events.add(event(Kind.MORE, officer, words, clock.instant()));
        audit.write(new AuditEntry(officer.pseudonym(), "READ_MORE", officer.pseudonym(), null, AuditEntry.DONE));
    }

    int casesPerHour() {
        return settings.casesPerHour();
    }

    private int opened(OfficerId officer, Instant now) {
        return database.sql("select count(*) from read_case where officer_id = ? and last_at > ?")
                .params(officer.value(), StoredTime.utc(now.minus(HOUR)))
                .query(Integer.class)
                .single();
    }

    private int allowed(OfficerId officer, Instant now) {
        return settings.casesPerHour() * (1 + events.since(officer, Kind.MORE, now.minus(HOUR)));
    }

    /// One alarm an hour is enough.
    private void refused(Officer officer, Instant now) {
        audit.write(new AuditEntry(officer.pseudonym(), "READ_BUDGET", officer.pseudonym(), null, "REFUSED"));
        if (events.since(officer.id(), Kind.SPENT, now.minus(HOUR)) == 0) {
            events.add(event(Kind.SPENT, officer, "", now));
        }
    }

    private Watched event(Kind kind, Officer officer, String words, Instant now) {
        return new Watched(
                UUID.randomUUID(),
                kind,
                officer.id(),
                null,
                null,
                words,
                now,
                now.plus(HOUR),
                null,
                now.plus(settings.reviewWithin()),
                null);
    }
}
