package org.enlace.node.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.RecallCard;
import org.enlace.node.casefile.RecallCards;
import org.enlace.node.casefile.Side;
import org.enlace.node.web.PageContext;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a case says about taking a message back, in the words of its reader: at each recipient what its node
/// reports, what its officers attest, and what is overdue.
@Component
class RecallViews implements RecallCards {
    private final RecallRows rows;
    private final Recalling recalling;
    private final Attesting attesting;
    private final Labels labels;

    RecallViews(RecallRows rows, Recalling recalling, Attesting attesting, Labels labels) {
        this.rows = rows;
        this.recalling = recalling;
        this.attesting = attesting;
        this.labels = labels;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RecallCard> of(MessageEntry message, PageContext page) {
        var officer = Objects.requireNonNull(page.officer());
        return message.side() == Side.SENT ? sent(message, officer, page) : received(message, officer, page);
    }

    private Optional<RecallCard> sent(MessageEntry message, Officer officer, PageContext page) {
        var recall =
                rows.of(Side.SENT, message.partner(), message.id()).stream().findFirst();
        if (recall.isEmpty()) {
            return recalling.mayRecall(message, officer)
                    ? Optional.of(new RecallCard(message.id().toString(), null, List.of(), true, false))
                    : Optional.empty();
        }
        var text = page.text(
                "recall.text.sent",
                "desk",
                recall.get().pseudonym(),
                "reason",
                reason(recall.get().reason(), page),
                "time",
                page.time(recall.get().at()));
        var ways = rows.replies(recall.get().id()).stream()
                .map(reply -> way(reply, page))
                .toList();
        return Optional.of(new RecallCard(message.id().toString(), text, ways, false, false));
    }

    private Optional<RecallCard> received(MessageEntry message, Officer officer, PageContext page) {
        var how = message.recalled();
        if (how == null) {
            return Optional.empty();
        }
        var sealedAt = how.sealedAt();
        var text = page.text(
                sealedAt == null ? "recall.text.care" : "recall.text.sealed",
                "country",
                page.country(message.partner()),
                "reason",
                reason(how.reason(), page),
                "time",
                page.time(how.at()),
                "sealed",
                sealedAt == null ? "" : page.time(sealedAt));
        var mayAttest = attesting.mayAttest(message, officer);
        return Optional.of(new RecallCard(message.id().toString(), text, List.of(), false, mayAttest));
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
            steps.add(page.text("recall.way.asked", "time", page.time(asked)));
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
        var at = reply.answeredAt();
        var exported = reply.exported();
        var passedOn = reply.passedOn();
        if (!reply.last() || exported == null || passedOn == null || at == null) {
            return;
        }
        steps.add(page.text("recall.way.exported", "answer", answer(exported, page)));
        steps.add(page.text("recall.way.passed-on", "answer", answer(passedOn, page)));
        steps.add(page.text(
                "recall.way.attested",
                "outcome",
                labels.of("recall-outcome", or(reply.outcome()), page.locale()),
                "desk",
                or(reply.desk()),
                "time",
                page.time(at)));
    }

    private String answer(Answer answer, PageContext page) {
        return labels.of("answer", answer, page.locale());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
