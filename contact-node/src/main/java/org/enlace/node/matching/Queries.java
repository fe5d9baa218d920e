package org.enlace.node.matching;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.matching.Blinded;
import org.enlace.matching.Identifier;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MatchQuery;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.Turns;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.keys.KeyDestroyed;
import org.enlace.node.matching.Asking.Outcome;
import org.enlace.node.watch.QueryWatch;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks partners whether they hold an identifier. Each is asked by a message of its own, with blinds of its own: none
/// learns who else was asked, and two of them cannot compare what they were asked.
@Component
class Queries {
    private static final Duration DAY = Duration.ofHours(24);

    private final QueryRows rows;
    private final Turns turns;
    private final TableRows tables;
    private final QueryChecks checks;
    private final MatchingSettings settings;
    private final QueryWatch watch;
    private final CurrentDirectory directory;
    private final Outbox outbox;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Queries(
            QueryRows rows,
            Turns turns,
            TableRows tables,
            QueryChecks checks,
            MatchingSettings settings,
            QueryWatch watch,
            CurrentDirectory directory,
            Outbox outbox,
            AuditLog audit,
            SecureRandom random,
            Clock clock,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.rows = rows;
        this.turns = turns;
        this.tables = tables;
        this.checks = checks;
        this.settings = settings;
        this.watch = watch;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// @param id of the query; the same that the officer has asked under it before is not asked again
    public Outcome ask(UUID id, Asking asking, Officer officer) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                turns.await("query " + id);
                return once(id, asking, officer);
            }));
        } catch (DuplicateKeyException e) {
            // Another request brought the same key in the same instant and was first: now it is one that was before.
            return Objects.requireNonNull(transaction.execute(_ -> once(id, asking, officer)));
        }
    }

    private Outcome once(UUID id, Asking asking, Officer officer) {
        var before = rows.find(id, officer.id());
        if (before.isPresent()) {
            return isSame(before.get(), asking) ? new Outcome.Asked(before.get()) : new Outcome.OtherBefore();
        }
        var checked = checks.check(asking, officer);
        var reference = checked.reference();
        if (reference == null || !checked.against().isEmpty()) {
            refused(checked, officer);
            return new Outcome.Refused(checked.against());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var query = new Query(
                id,
                officer.id(),
                reference,
                asking.purpose(),
                checked.mode(),
                checked.identifiers().size(),
                now);
        rows.add(query, checked.identifiers());
        checked.partners().forEach(partner -> ask(query, asking, partner, checked.identifiers(), officer));
        if (rows.elementsSince(officer.id(), now.minus(DAY)) >= settings.tellAt()) {
            watch.many(officer.id());
        }
        return new Outcome.Asked(query);
    }

    /// An answer to something else would be taken for one to what is asked now.
    private boolean isSame(Query before, Asking asking) {
        var partners = rows.partners(List.of(before.id())).getOrDefault(before.id(), List.of()).stream()
                .map(one -> one.partner().value())
                .collect(Collectors.toSet());
        try {
            return QueryChecks.reference(asking.reference())
                            .filter(before.reference()::equals)
                            .isPresent()
                    && before.purpose().equals(asking.purpose())
                    && partners.equals(Set.copyOf(asking.partners()))
                    && rows.identifiers(before)
                            .equals(QueryChecks.identifiers(asking.identifiers(), new ArrayList<>()));
        } catch (KeyDestroyed e) {
            // The case was erased.
            return false;
        }
    }

    private void ask(Query query, Asking asking, NodeId partner, List<Identifier> identifiers, Officer officer) {
        var id = MessageId.next(query.askedAt(), random);
        var blinded = identifiers.stream().map(one -> Blinded.of(one, random)).toList();
        rows.add(Query.Partner.asked(id, query.id(), partner), blinded);
        var known = tables.held(partner, query.mode()).map(TableRows.Held::digest);
        outbox.send(new OutboundMessage(
                id,
                new MatchQuery(blinded.stream().map(Blinded::element).toList(), known.orElse(null)),
                about(query, asking, officer),
                new TreeSet<>(List.of(partner)),
                query.askedAt().plus(Query.WAITED_FOR),
                query.mode()));
        audit.write(new AuditEntry(
                officer.pseudonym(),
                "MATCH_QUERY",
                MatchQuery.reference(directory.code(), id),
                query.purpose(),
                AuditEntry.DONE));
    }

    private static About about(Query query, Asking asking, Officer officer) {
        return new About(
                MessageType.MATCH_QUERY,
                About.SCHEMA_VERSION,
                Map.of(),
                query.reference(),
                null,
                null,
                null,
                null,
                Urgency.ROUTINE,
                null,
                Handling.UNMARKED,
                List.of(asking.legalBasis()),
                List.of(query.purpose()),
                null,
                officer.is(Role.INVESTIGATOR) ? Role.INVESTIGATOR.name() : Role.ANALYST.name(),
                officer.pseudonym(),
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                MessageType.MATCH_QUERY.name());
    }

    /// What is asked against the quota, or where a case must not be known, is written down.
    private void refused(QueryChecks.Checked checked, Officer officer) {
        var reference = checked.reference();
        var told = checked.against().stream()
                .map(Asking.Objection::point)
                .anyMatch(
                        point -> point == Asking.Point.PARTNER_QUOTA_USED_UP || point == Asking.Point.PARTNER_KEPT_OUT);
        if (told && reference != null) {
            audit.write(new AuditEntry(
                    officer.pseudonym(), "MATCH_QUERY", reference.value(), checked.purpose(), "REFUSED"));
            watch.many(officer.id());
        }
    }

    @Transactional(readOnly = true)
    public Optional<Query> find(UUID id, Officer officer) {
        return rows.find(id, officer.id());
    }

    /// What was asked about, for the officer who asked. Showing it is a line in the audit log.
    @Transactional
    public List<Identifier> identifiers(Query query, Officer officer) {
        if (!query.officer().equals(officer.id())) {
            throw new IllegalStateException("Nobody sees what another officer asked about: " + query.id());
        }
        audit.write(new AuditEntry(
                officer.pseudonym(), "SHOW_QUERY", query.id().toString(), query.purpose(), AuditEntry.DONE));
        try {
            return rows.identifiers(query);
        } catch (KeyDestroyed e) {
            // The case was erased.
            return List.of();
        }
    }

    @Transactional(readOnly = true)
    public Map<UUID, List<Query.Partner>> partners(List<Query> queries) {
        return rows.partners(queries.stream().map(Query::id).toList());
    }

    /// Of one officer, newest first; one more than fits if there are more.
    @Transactional(readOnly = true)
    public List<Query> of(Officer officer, int page, int size) {
        return rows.of(officer.id(), page, size);
    }

    Instant now() {
        return clock.instant();
    }
}
