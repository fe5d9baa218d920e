package org.enlace.node.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.casefile.Sight;
import org.enlace.node.search.Wanted.Codes;
import org.enlace.node.search.Wanted.OwnedBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds rows. Every question takes the officer's [Sight] into the database, so that a page is full of what
/// the officer may see and tells of nothing else, neither by a gap nor by a count. It walks along the rows
/// of its rarest word in the order in which they are shown, and ends when the page is full or it has looked at enough.
@Repository
class Hits {
    /// What an officer has in so many messages is looked through whole; of more, the cases are.
    static final int HELD_MAX = 2_000;
    /// So many rows are looked at for one page.
    static final int LOOKED_AT_MAX = 500;

    private final JdbcClient database;
    private final Leads leads;

    Hits(DataSource source, Leads leads) {
        this.database = JdbcClient.create(new PlannedAnew(source));
        this.leads = leads;
    }

    /// @param first the first message of the case that is what was wanted
    record CaseHit(MessageId first, Instant changedAt) {}

    /// @param until just before
    record Period(Instant from, Instant until) {
        static final Period EVER = new Period(Instant.EPOCH, Place.TOP.at());
    }

    /// Messages that are all of this, newest first.
    ///
    /// @param wanted at least one
    Walked<MessageId> messages(Reader reader, List<Codes> wanted, Place before, int limit) {
        var lead = leadOfMessages(reader, wanted);
        if (lead < 0) {
            return new Walked<>(List.of(), null);
        }
        var slices = new Slices(reader, Question.messages(reader, wanted, lead), UUID::fromString, "id");
        return new Walk(limit, first(limit, wanted), LOOKED_AT_MAX)
                .along(slices, before)
                .map(row -> Objects.requireNonNull(row.found()));
    }

    /// Cases with a message that is all of this, the one where something happened last first.
    ///
    /// @param period in which something happened last
    /// @param atMost how many rows are looked at
    Walked<CaseHit> cases(Reader reader, List<Wanted> wanted, Period period, Place before, int limit, int atMost) {
        if (reader.readers().isEmpty()) {
            return new Walked<>(List.of(), null);
        }
        var question = Question.cases(reader, wanted, period, lead(reader, wanted));
        return new Walk(limit, first(limit, wanted), atMost)
                .along(new Slices(reader, question, reference -> reference, "reference"), before)
                .map(row -> new CaseHit(Objects.requireNonNull(row.found()), row.at()));
    }

    /// Most words that meet at all meet often.
    private static int first(int limit, List<? extends Wanted> wanted) {
        return wanted.size() < 2 ? limit : limit * 3 / 2;
    }

    /// One question, asked for one slice after the other.
    private final class Slices implements Walk.Rows {
        private final Sight.Condition seen;
        private final Question asked;
        private final Function<String, Object> key;
        private final String column;

        /// @param key the id of a row as the database has it
        /// @param column of messages with that id
        private Slices(Reader reader, Question asked, Function<String, Object> key, String column) {
            this.seen = reader.sight().over("m");
            this.asked = asked;
            this.key = key;
            this.column = column;
        }

        @Override
        public List<Walk.Row> next(Place before, int limit) {
            return database.sql(asked.sql())
                    .params(asked.parameters())
                    .param("at", StoredTime.utc(before.at()))
                    .param("key", key.apply(before.key()))
                    .param("window", limit)
                    .query((row, _) -> {
                        var found = row.getObject("found", UUID.class);
                        return new Walk.Row(
                                row.getString("id"),
                                StoredTime.at(row, "shown_at"),
                                found == null ? null : new MessageId(found));
                    })
                    .list();
        }

        @Override
        public Set<String> seen(List<String> ids) {
            return new HashSet<>(database.sql("select distinct m." + column + " from case_message m where m." + column
                            + " in (:ids) and " + seen.sql())
                    .params(seen.parameters())
                    .param("ids", ids.stream().map(key).toList())
                    .query((row, _) -> row.getString(1))
                    .list());
        }
    }

    int leadOfMessages(Reader reader, List<Codes> wanted) {
        return leads.of(IntStream.range(0, wanted.size())
                .mapToObj(word -> wanted.get(word).messages("w" + word, reader))
                .toList());
    }

    int lead(Reader reader, List<Wanted> wanted) {
        return held(reader, wanted)
                .orElseGet(() -> leads.of(IntStream.range(0, wanted.size())
                        .mapToObj(word -> wanted.get(word) instanceof Codes codes
                                ? codes.cases("w" + word, reader.readers())
                                : List.<Way>of())
                        .toList()));
    }

    /// What somebody holds leads, if that is not too much.
    private OptionalInt held(Reader reader, List<Wanted> wanted) {
        return IntStream.range(0, wanted.size())
                .filter(word ->
                        wanted.get(word) instanceof OwnedBy owner && count(reader, owner, "w" + word) <= HELD_MAX)
                .findFirst();
    }

    private int count(Reader reader, OwnedBy owner, String name) {
        return database.sql("select count(*) from (select i.id" + owner.all(name) + " fetch first " + (HELD_MAX + 1)
                        + " rows only) x")
                .params(owner.parameters(name))
                .param(Way.READERS, reader.readers())
                .query(Integer.class)
                .single();
    }

    /// Numbers of cases that end so, of those in which the officer sees something.
    List<String> numbers(Reader reader, Wanted.NumberPart part, int limit) {
        var seen = reader.sight().over("m");
        return database.sql("select distinct m.reference from case_message m where " + seen.sql() + " and "
                        + part.on("m.id", "w") + " and m.id in (select x.id from (" + part.all("w")
                        + ") x) order by m.reference fetch first :limit rows only")
                .params(seen.parameters())
                .params(part.parameters("w"))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Which of these codes each of these messages has.
    Map<MessageId, List<String>> having(Collection<MessageId> messages, Collection<String> codes) {
        var having = new HashMap<MessageId, List<String>>();
        if (!messages.isEmpty() && !codes.isEmpty()) {
            database.sql(
                            "select message_id, term from case_term where message_id in (:ids) and term in (:terms) order by term")
                    .param("ids", messages.stream().map(MessageId::value).toList())
                    .param("terms", codes)
                    .query(row -> {
                        having.computeIfAbsent(
                                        new MessageId(row.getObject("message_id", UUID.class)), _ -> new ArrayList<>())
                                .add(row.getString("term"));
                    });
        }
        return having;
    }
}
