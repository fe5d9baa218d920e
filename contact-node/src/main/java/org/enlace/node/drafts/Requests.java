package org.enlace.node.drafts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.StoredTime;
import org.enlace.node.Turns;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.ClosedParts;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.groups.GroupChoice;
import org.enlace.node.groups.Groups;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what an API client asks for, once for each key.
@Component
class Requests {
    /// A key repeated later is a new request.
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final Turns turns;
    private final TransactionTemplate transactions;
    private final Sending sending;
    private final CaseReading reading;
    private final Corrections corrections;
    private final ClosedParts closed;
    private final Releases releases;
    private final FileSets sets;
    private final Groups groups;
    private final NewIds ids;
    private final NodeSettings settings;

    Requests(
            JdbcClient database,
            Turns turns,
            TransactionTemplate transactions,
            Sending sending,
            CaseReading reading,
            Corrections corrections,
            ClosedParts closed,
            Releases releases,
            FileSets sets,
            Groups groups,
            NewIds ids,
            NodeSettings settings) {
        this.database = database;
        this.turns = turns;
        this.transactions = transactions;
        this.sending = sending;
        this.reading = reading;
        this.corrections = corrections;
        this.closed = closed;
        this.releases = releases;
        this.sets = sets;
        this.groups = groups;
        this.ids = ids;
        this.settings = settings;
    }

    /// @throws ProblemFound if the key was used for another body
    Sending.Outcome send(String key, byte[] body, MessageBody.Read read, Family family, Officer officer) {
        var digest = digest(body);
        var earlier = find(key, officer);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), digest);
        }
        var asked = read.body();
        var message = read.content();
        var replied = Optional.ofNullable(asked.inReplyTo()).flatMap(id -> reading.answerable(id, officer));
        var corrected = Optional.ofNullable(asked.corrects())
                .flatMap(version -> corrections.ours(version, officer))
                .map(Corrections.Standing::message);
        var given = Optional.ofNullable(asked.caseReference())
                .or(() -> corrected.map(MessageEntry::reference))
                .or(() -> replied.map(MessageEntry::reference));
        var set = asked.files() == null
                ? Optional.<FileSets.FileSet>empty()
                : sets.find(asked.files(), officer).filter(sets::isOpen);
        if (asked.files() != null && set.isEmpty()) {
            return refused("files", BreachCode.FILES_UNKNOWN, List.of());
        }
        var its = set.map(FileSets.FileSet::reference);
        if (its.isPresent() && given.isPresent() && !its.equals(given)) {
            return refused(
                    "files", BreachCode.FILES_OF_ANOTHER_CASE, List.of(its.get().value()));
        }
        var named = asked.group();
        var group = named == null
                ? null
                : groups.choose(named.id(), named.revision()).orElse(null);
        if (named != null && group == null) {
            return refused("group", BreachCode.GROUP_UNKNOWN, List.of());
        }
        var reference = its.or(() -> given).orElseGet(ids::reference);
        var mode = Optional.ofNullable(asked.mode())
                .or(() -> corrected.map(MessageEntry::mode))
                .or(() -> replied.map(MessageEntry::mode))
                .orElseGet(settings::usualMode);
        var usual = replied.filter(_ -> family.handledAsReplied())
                .map(one -> reading.handling(one).unevaluated())
                .orElseGet(family::usualHandling);
        // As on a form: what replies is no more urgent than what it replies to, and for the same reason.
        var why = replied.filter(one -> family.saysWhyUrgent() && one.urgency().atLeast(asked.urgency()))
                .flatMap(one -> reading.urgencyReason(one, officer));
        var wanted = new Wanted(
                set.map(FileSets.FileSet::message).orElseGet(ids::message),
                reference,
                mode,
                recipients(asked.recipients(), group),
                asked.outline(family, message, usual, why.orElse(null)),
                message,
                corrected.map(sent -> closed.of(sent, officer)).orElse(Set.of()),
                group);
        try {
            return transactions.execute(transaction -> {
                // The row comes first: of two requests with one key, the second waits here and then fails.
                note(key, digest, wanted, officer);
                if (set.isPresent() && !sets.holds(set.get())) {
                    transaction.setRollbackOnly();
                    return refused("files", BreachCode.FILES_UNKNOWN, List.of());
                }
                var outcome = sending.send(wanted, null, officer);
                if (outcome instanceof Sending.Outcome.Refused) {
                    transaction.setRollbackOnly();
                }
                return outcome;
            });
        } catch (DuplicateKeyException e) {
            return repeated(find(key, officer).orElseThrow(() -> e), digest);
        }
    }

    /// Who leaves the recipients out means the group alone; what is said is judged as it was said.
    private static List<NodeId> recipients(List<NodeId> said, @Nullable GroupChoice group) {
        return group != null && said.isEmpty() ? group.members() : said;
    }

    private static Sending.Outcome refused(String field, BreachCode code, List<String> arguments) {
        return new Sending.Outcome.Refused(List.of(new Breach(field, code, arguments)));
    }

    void forget(Instant now) {
        database.sql("delete from sending_request where asked_at < ?")
                .param(StoredTime.utc(now.minus(KEPT)))
                .update();
    }

    private void note(String key, String digest, Wanted wanted, Officer officer) {
        turns.await("request " + officer.id() + " " + RequestKey.of(key).digest());
        database.sql("""
                        insert into sending_request (officer, idempotency_key, digest, message_id, reference, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        officer.id().value(),
                        RequestKey.of(key).digest(),
                        digest,
                        wanted.id().value(),
                        wanted.reference().value(),
                        StoredTime.utc(ids.now()))
                .update();
    }

    private Optional<Earlier> find(String key, Officer officer) {
        return database.sql("""
                        select digest, message_id, reference from sending_request
                        where officer = ? and idempotency_key = ?""")
                .params(officer.id().value(), RequestKey.of(key).digest())
                .query((row, _) -> new Earlier(
                        row.getString("digest"),
                        new MessageId(row.getObject("message_id", UUID.class)),
                        new CaseReference(row.getString("reference"))))
                .optional();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /// What is said now of a message that was asked for before.
    private Sending.Outcome repeated(Earlier earlier, String digest) {
        if (!earlier.digest().equals(digest)) {
            throw new ProblemFound(ProblemKind.IDEMPOTENCY_KEY_REUSED);
        }
        return releases.find(earlier.message())
                .map(Pending::state)
                .filter(state -> !state.hasLeft())
                .<Sending.Outcome>map(
                        state -> new Sending.Outcome.Waits(earlier.message(), earlier.reference(), state, List.of()))
                .orElseGet(() -> new Sending.Outcome.Sent(earlier.message(), earlier.reference(), List.of()));
    }

    private record Earlier(String digest, MessageId message, CaseReference reference) {}
}
