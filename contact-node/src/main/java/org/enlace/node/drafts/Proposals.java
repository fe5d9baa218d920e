package org.enlace.node.drafts;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.message.Proposal;
import org.enlace.message.Proposal.Item;
import org.enlace.node.casefile.OpenedMessage;
import org.jspecify.annotations.Nullable;

/// Puts into the form of a correction what a holder proposes, where a field of the form is for exactly that.
/// The officer reads it there, changes it or not, and sends it.
final class Proposals {
    private static final List<Question.Kind> PLAIN =
            List.of(Question.Kind.TEXT, Question.Kind.AREA, Question.Kind.SELECT, Question.Kind.RADIOS);

    private Proposals() {}

    /// What is sealed in a part is not taken over: the officer opens it and types it.
    static Values typed(Values sent, OpenedMessage takesUp, Family family) {
        var values = sent.with(Draft.TAKES_UP, List.of(takesUp.entry().id().toString()));
        if (takesUp.message() instanceof Proposal proposal) {
            values = values.with("correctionReason", List.of(proposal.proposal().reason()));
            for (var item : proposal.proposal().items()) {
                var field = family.fields().get("alert" + item.field().replace('/', '.'));
                if (item.part().equals(Item.OPEN) && item.shouldBe() != null && isPlain(field, family)) {
                    values = values.with(String.valueOf(field), List.of(item.shouldBe()));
                }
            }
        }
        return values;
    }

    private static boolean isPlain(@Nullable String field, Family family) {
        return field != null
                && Stream.of(family.leading(), family.cards())
                        .flatMap(List::stream)
                        .flatMap(card -> card.questions().stream())
                        .anyMatch(question -> question.name().equals(field) && PLAIN.contains(question.kind()));
    }
}
