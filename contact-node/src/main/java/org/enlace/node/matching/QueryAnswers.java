package org.enlace.node.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.envelope.Verified;
import org.enlace.matching.Blinded;
import org.enlace.matching.Tags;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchQuery;
import org.enlace.message.NodeId;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Arrivals;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.keys.KeyDestroyed;
import org.enlace.node.matching.TableRows.Held;
import org.enlace.node.watch.QueryWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A partner answers. What it made of the blinded identifiers is proven, the blinding taken off, and the rest is looked
/// up here: the partner does not learn what was not hit.
@Component
class QueryAnswers implements Arrivals<MatchAnswer> {
    /// By so much the clocks of two contact points may differ.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final QueryRows queries;
    private final TableRows tables;
    private final QueryWatch watch;
    private final CurrentDirectory directory;
    private final AuditLog audit;

    QueryAnswers(QueryRows queries, TableRows tables, QueryWatch watch, CurrentDirectory directory, AuditLog audit) {
        this.queries = queries;
        this.tables = tables;
        this.watch = watch;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public Class<MatchAnswer> kind() {
        return MatchAnswer.class;
    }

    /// @throws NotAsked if nothing was asked of that partner by that message
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(Verified<MatchAnswer> message, Instant receivedAt) {
        var header = message.header();
        var partner = header.sender();
        var asked = Optional.ofNullable(header.about().inReplyTo())
                .flatMap(id -> queries.lock(id, partner))
                .orElseThrow(() -> new NotAsked(partner));
        if (asked.state() != Query.State.ASKED) {
            // Its first answer counts, and one after the blinds are gone says nothing.
            return;
        }
        var query = queries.one(asked.query());
        if (query.mode() != header.mode()) {
            throw new NotAsked(partner);
        }
        var answer = message.message();
        var left = answer.quota();
        if (left != null) {
            tables.left(partner, query.mode(), left, receivedAt);
        }
        var outcome = switch (answer.outcome()) {
            case MatchAnswer.EVALUATED -> evaluated(query, asked, answer.result(), receivedAt);
            case MatchAnswer.QUOTA_EXCEEDED -> {
                watch.many(query.officer());
                yield ended(asked.now(Query.State.QUOTA_EXCEEDED, receivedAt));
            }
            case MatchAnswer.PURPOSE_REFUSED -> ended(asked.now(Query.State.PURPOSE_REFUSED, receivedAt));
            default -> ended(asked.now(Query.State.OTHER, receivedAt));
        };
        audit.write(new AuditEntry(
                AuditEntry.NODE,
                "MATCH_FOUND",
                MatchQuery.reference(directory.code(), asked.message()),
                query.purpose(),
                outcome));
    }

    private String ended(Query.Partner asked) {
        queries.ended(asked, List.of());
        return asked.state().name();
    }

    private String evaluated(Query query, Query.Partner asked, MatchAnswer.@Nullable Result result, Instant now) {
        var unreadable = asked.now(Query.State.UNREADABLE, now);
        var tags = result == null ? Optional.<List<String>>empty() : tags(query, asked, result);
        if (result == null || tags.isEmpty()) {
            return ended(unreadable);
        }
        var table = table(query, asked.partner(), result, now);
        if (table.isEmpty()) {
            return ended(unreadable);
        }
        var hits = new ArrayList<Integer>();
        var told = new ArrayList<String>();
        for (var at = 0; at < tags.get().size(); at++) {
            if (table.get().holds(tags.get().get(at))) {
                hits.add(at + 1);
                told.add(tags.get().get(at));
            }
        }
        queries.ended(asked.answered(hits, result.contactRole(), result.table().complete(), now), told);
        return hits.isEmpty() ? "NO_HIT" : "HIT";
    }

    private Optional<List<String>> tags(Query query, Query.Partner asked, MatchAnswer.Result result) {
        try {
            return Blinded.tags(queries.identifiers(query), queries.blinded(asked), result.evaluation());
        } catch (KeyDestroyed e) {
            // The case was erased, and with it what was asked.
            return Optional.empty();
        }
    }

    /// The table that the answer is about. Within a month a partner has bound itself to one key: with another it
    /// could mark who asks, or make a hit a miss. So the month is one in which it can have answered: whoever might
    /// name any could have a key for each answer.
    private Optional<Tags> table(Query query, NodeId partner, MatchAnswer.Result result, Instant now) {
        var month = result.month();
        if (month.compareTo(MatchIndex.month(query.askedAt().minus(CLOCKS_DIFFER))) < 0
                || month.compareTo(MatchIndex.month(now.plus(CLOCKS_DIFFER))) > 0) {
            return Optional.empty();
        }
        var held = tables.held(partner, query.mode());
        var another = held.filter(known -> known.month().compareTo(result.month()) > 0
                || (known.month().equals(result.month()) && !known.publicKey().equals(result.publicKey())));
        if (another.isPresent()) {
            return Optional.empty();
        }
        if (result.table().tags().isEmpty()) {
            return held.filter(known -> known.month().equals(result.month()))
                    .flatMap(_ ->
                            tables.tags(partner, query.mode(), result.table().digest()));
        }
        var sent = Tags.read(result.table().tags());
        sent.ifPresent(tags ->
                tables.keep(partner, query.mode(), new Held(result.month(), result.publicKey(), tags.digest()), tags));
        return sent;
    }
}
