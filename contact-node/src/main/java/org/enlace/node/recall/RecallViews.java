package org.enlace.node.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.RecallCard;
import org.enlace.node.casefile.RecallCards;
import org.enlace.node.casefile.Side;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.PageContext;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a case says about taking a message back, in the words of its reader: at each recipient what its node
/// reports, what its officers attest, and what is overdue.
@Component
class RecallViews implements RecallCards {
    private static final String RECALL = "recall";
    private static final String CONSENT = "consent";

    private final RecallRows rows;
    private final Recalling recalling;
    private final Attesting attesting;
    private final Withdrawing withdrawing;
    private final CaseFiles files;
    private final CurrentDirectory directory;
    private final Labels labels;

    RecallViews(
            RecallRows rows,
            Recalling recalling,
            Attesting attesting,
            Withdrawing withdrawing,
            CaseFiles files,
            CurrentDirectory directory,
            Labels labels) {
        this.rows = rows;
        this.recalling = recalling;
        this.attesting = attesting;
        this.withdrawing = withdrawing;
        this.files = files;
        this.directory = directory;
        this.labels = labels;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecallCard> of(MessageEntry message, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        var cards = new ArrayList<RecallCard>();
        for (var recall : rows.of(message.side(), message.partner(), message.givenId())) {
            cards.add(recall.asks() ? sent(message, recall, page) : received(message, recall, page));
        }
        if (message.side() == Side.RECEIVED && attesting.mayAttest(message, officer)) {
            cards.addLast(attestable(cards.removeLast()));
        }
        if (message.recalled() == null && recalling.mayRecall(message, officer)) {
            cards.add(offer(message, RECALL, "recall.card", "recall.card.text", "recall.title", page));
        }
        if (withdrawing.mayWithdraw(message, officer)) {
            cards.add(offer(
                    message,
                    "consent-withdrawal",
                    "recall.withdraw.card",
                    "recall.withdraw.card.text",
                    "recall.withdraw.title",
                    page));
        }
        return named(cards);
    }

    /// Each has a name of its own in the page.
    private static List<RecallCard> named(List<RecallCard> cards) {
        var named = new ArrayList<RecallCard>();
        for (var card : cards) {
            var before = named.stream()
                    .filter(other -> other.id().startsWith(card.id()))
                    .count();
            named.add(before == 0 ? card : card.named(card.id() + "-" + (before + 1)));
        }
        return List.copyOf(named);
    }

    private static RecallCard offer(
            MessageEntry message, String path, String title, String hint, String label, PageContext page) {
        var does = new RecallCard.Does("/messages/" + message.id() + "/" + path, page.text(label));
        var id = path.equals(RECALL) ? RECALL : CONSENT;
        return new RecallCard(
                id, message.id().toString(), page.text(title), null, page.text(hint), List.of(), does, false);
    }

    private static RecallCard attestable(RecallCard card) {
        return new RecallCard(
                card.id(), card.message(), card.title(), card.text(), card.hint(), card.ways(), card.does(), true);
    }

    private RecallCard sent(MessageEntry message, RecallEntry recall, PageContext page) {
        var ways = rows.replies(recall.id()).stream()
                .map(reply -> way(reply, page))
                .toList();
        var withdrawn = recall.withdrawn();
        var elsewhere = withdrawn != null && withdrawn.toldBy() != null;
        var text = text(
                recall, "recall.text.sent", elsewhere ? "recall.withdraw.told" : "recall.withdraw.sent", null, page);
        return card(message, recall, text, ways, page);
    }

    /// What was attested here stands with it, and who did.
    private RecallCard received(MessageEntry message, RecallEntry recall, PageContext page) {
        var how = message.recalled();
        var sealedAt = how == null ? null : how.sealedAt();
        var text = text(
                recall,
                sealedAt == null ? "recall.text.care" : "recall.text.sealed",
                sealedAt == null ? "recall.withdraw.received" : "recall.withdraw.sealed",
                sealedAt,
                page);
        var ways = rows.replies(recall.id()).stream()
                .filter(reply -> reply.last() && reply.event() != null)
                .map(reply -> new RecallCard.Way(directory.self().code(), "ok", attested(reply, page)))
                .toList();
        return card(message, recall, text, ways, page);
    }

    private static RecallCard card(
            MessageEntry message, RecallEntry recall, String text, List<RecallCard.Way> ways, PageContext page) {
        var title = page.text(recall.withdrawn() == null ? "recall.chip" : "recall.withdraw.chip");
        var id = recall.withdrawn() == null ? RECALL : CONSENT;
        return new RecallCard(id, message.id().toString(), title, text, null, ways, null, false);
    }

    private String text(
            RecallEntry recall, String byOwner, String byPerson, @Nullable Instant sealedAt, PageContext page) {
        var withdrawn = recall.withdrawn();
        var sealed = sealedAt == null ? "" : page.time(sealedAt);
        if (withdrawn == null) {
            return page.text(
                    byOwner,
                    "country",
                    page.country(recall.partner()),
                    "desk",
                    recall.pseudonym(),
                    "reason",
                    reason(recall.reason(), page),
                    "time",
                    page.time(recall.at()),
                    "sealed",
                    sealed);
        }
        var purposes = withdrawn.purposes().stream()
                .map(purpose -> labels.of("consent-purpose", purpose, page.locale()))
                .collect(Collectors.joining(", "));
        var toldBy = withdrawn.toldBy();
        return page.text(
                byPerson,
                "country",
                page.country(toldBy == null ? recall.partner() : toldBy),
                "desk",
                recall.pseudonym(),
                "purposes",
                purposes,
                "day",
                withdrawn.on() == null ? "" : Labels.day(withdrawn.on(), page.locale()),
                "time",
                page.time(recall.at()),
                "sealed",
                sealed);
    }

    private String reason(String code, PageContext page) {
        return labels.of("recall-reason", code, page.locale());
    }

    private RecallCard.Way way(Reply reply, PageContext page) {
        var steps = new ArrayList<String>();
        var asked = reply.askedAt();
        if (asked == null) {
            steps.add(page.text("recall.way.unasked"));
        } else {
            var told = reply.last() && reply.outcome() == null;
            steps.add(page.text(told ? "recall.way.told" : "recall.way.asked", "time", page.time(asked)));
        }
        machine(reply, steps, page);
        person(reply, steps, page);
        var overdue = reply.overdue(page.now());
        if (!reply.last()) {
            steps.add(page.text(overdue ? "recall.way.overdue" : "recall.way.due", "time", page.time(reply.due())));
        }
        return new RecallCard.Way(reply.other(), reply.last() ? "ok" : overdue ? "stop" : "warn", steps);
    }

    private void machine(Reply reply, List<String> steps, PageContext page) {
        var outcome = reply.outcome();
        var sealedAt = reply.sealedAt();
        if (outcome == null) {
            return;
        }
        if (sealedAt != null) {
            steps.add(page.text("recall.way.sealed", "time", page.time(sealedAt)));
        }
        var person = reply.event() != null && reply.last();
        if (!person && (sealedAt == null || reply.last())) {
            steps.add(labels.of("recall-outcome", outcome, page.locale()));
        }
        if (!outcome.equals("NOT_HELD")) {
            steps.add(readers(reply, page));
        }
    }

    private static String readers(Reply reply, PageContext page) {
        var readers = reply.readers();
        var first = readers.first();
        var last = readers.last();
        return first == null || last == null
                ? page.text("recall.way.unread")
                : page.text(
                        "recall.way.read", "n", readers.persons(), "first", page.time(first), "last", page.time(last));
    }

    private void person(Reply reply, List<String> steps, PageContext page) {
        var exported = reply.exported();
        var passedOn = reply.passedOn();
        if (!reply.last() || exported == null || passedOn == null) {
            return;
        }
        steps.add(page.text("recall.way.exported", "answer", answer(exported, page)));
        steps.add(page.text("recall.way.passed-on", "answer", answer(passedOn, page)));
        steps.addAll(attested(reply, page));
    }

    /// What was done, under which order, who says so and when.
    private List<String> attested(Reply reply, PageContext page) {
        var at = reply.answeredAt();
        var event = reply.event();
        if (at == null || event == null) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(page.text(
                "recall.way.attested",
                "outcome",
                labels.of("recall-outcome", or(reply.outcome()), page.locale()),
                "desk",
                or(reply.desk()),
                "time",
                page.time(at)));
        files.event(event)
                .map(found -> found.words().unit())
                .ifPresent(order -> lines.add(page.text("recall.event.order", "order", order)));
        return lines;
    }

    private String answer(Answer answer, PageContext page) {
        return labels.of("answer", answer, page.locale());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
