package org.enlace.node.statistics;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.message.Breach;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.SendingRules;
import org.enlace.message.StatisticsReturn;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.statistics.ReturnOutcome.Correcting;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Returns the published figures of a year to the Secretariat: to the one that the directory names, once, and exactly
/// what was published. A correction takes tables back; no figure ever goes in the place of another, for the difference
/// between the two would be what the release rule hides.
@Component
class Returning {
    /// A Secretariat that was away gets it all the same.
    private static final Duration VALID = Duration.ofDays(90);

    private final SentReturns rows;
    private final StatisticsRows published;
    private final ReturnStandings standings;
    private final CurrentDirectory directory;
    private final Outbox outbox;
    private final NodeSettings settings;
    private final SendingRules rules;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Returning(
            SentReturns rows,
            StatisticsRows published,
            ReturnStandings standings,
            CurrentDirectory directory,
            Outbox outbox,
            NodeSettings settings,
            CodeLists lists,
            AuditLog audit,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.published = published;
        this.standings = standings;
        this.directory = directory;
        this.outbox = outbox;
        this.settings = settings;
        this.rules = new SendingRules(lists);
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    ReturnOutcome send(int year, Correcting correcting, Officer officer) {
        try {
            return transaction.execute(_ -> sent(year, correcting, officer));
        } catch (DuplicateKeyException _) {
            // A colleague was faster by a moment.
            return new ReturnOutcome.Refused(List.of(ReturnOutcome.Point.RETURNED_BEFORE));
        }
    }

    private ReturnOutcome sent(int year, Correcting correcting, Officer officer) {
        var standing = standings.of(year);
        if (standing.isEmpty()) {
            return new ReturnOutcome.Unseen();
        }
        var against = standing.get().against(correcting);
        var released = standing.get().releasedAt();
        var secretariat = standing.get().secretariat();
        if (!against.isEmpty() || released == null || secretariat == null) {
            return new ReturnOutcome.Refused(against);
        }
        return new ReturnOutcome.Sent(send(standing.get(), released, secretariat, correcting, officer));
    }

    private SentReturn send(
            ReturnStanding standing, Instant released, Member secretariat, Correcting correcting, Officer officer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = standing.standing();
        // What was taken back from one Secretariat goes to no other one.
        var withdrawn = new TreeSet<>(standing.leftOut());
        withdrawn.addAll(correcting.tables());
        var sent = new SentReturn(
                MessageId.next(now, random),
                standing.year(),
                secretariat.code(),
                standing.next(),
                settings.usualMode(),
                before.map(earlier -> earlier.sent().id()).orElse(null),
                before.isEmpty() ? null : correcting.reason(),
                withdrawn,
                officer.pseudonym(),
                now,
                null);
        rows.add(sent);
        leave(sent, released, secretariat.code());
        audit.write(new AuditEntry(
                officer.pseudonym(),
                before.isEmpty() ? "RETURN_STATISTICS" : "CORRECT_RETURN",
                String.valueOf(sent.year()),
                sent.reason(),
                AuditEntry.DONE));
        return sent;
    }

    private void leave(SentReturn sent, Instant released, NodeId to) {
        var message = new StatisticsReturn(
                directory.code(),
                sent.year(),
                released,
                ReturnedTables.of(published.tables(Period.year(sent.year())), sent.withdrawn()),
                sent.supersedes() == null
                        ? List.of()
                        : sent.withdrawn().stream().toList(),
                ReturnedPaces.of(published.paces(sent.year()), sent.withdrawn()));
        var about = StatisticsReturn.about(sent.pseudonym(), sent.supersedes(), sent.reason());
        // Whatever this package decided, the network's own rules have the last word.
        var breaches = rules.check(message, about, directory.code(), List.of(to), directory.current(), sent.sentAt());
        if (!SendingRules.maySend(breaches)) {
            throw new IllegalStateException("The figures of " + sent.year() + " may not leave: "
                    + breaches.stream().map(Breach::code).toList());
        }
        outbox.send(new OutboundMessage(
                sent.id(),
                message,
                about,
                new TreeSet<>(List.of(to)),
                sent.sentAt().plus(VALID),
                sent.mode()));
    }
}
