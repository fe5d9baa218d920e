package org.enlace.node.information;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.MOMENT;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;
import static org.enlace.node.drafts.Question.Kind.TICK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.message.Breach;
import org.enlace.message.InformationResponse;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.People;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class InformationResponseFamily implements InformationFamily {
    private static final Card ANSWER = Card.of(
            "answer",
            "compose.answer",
            Question.of("kind", RADIOS, "compose.answer.kind", "answer-kind").hint("compose.answer.kind.hint"),
            Question.of("found", AREA, "compose.answer.found").hint("compose.answer.found.hint"),
            Question.of("missing", AREA, "compose.answer.missing").hint("compose.answer.missing.hint"),
            Question.of("nextBy", MOMENT, "compose.answer.next-by").hint("compose.answer.next-by.hint"),
            Question.of("searched", AREA, "compose.answer.searched").hint("compose.answer.searched.hint"),
            Question.of("ground", SELECT, "compose.answer.ground", "refusal-ground")
                    .hint("compose.answer.ground.hint"),
            Question.of("competent", TEXT, "compose.answer.competent").hint("compose.answer.competent.hint"),
            Question.of("question", AREA, "compose.answer.question").hint("compose.answer.question.hint"),
            Question.of("forwardedTo", TEXT, "compose.answer.forwarded").hint("compose.answer.forwarded.hint"),
            Question.of("forwardedOutside", TICK, "compose.answer.outside"));

    private final AnswerChecks checks;

    InformationResponseFamily(AnswerChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.INFORMATION_RESPONSE;
    }

    @Override
    public String title() {
        return "compose.title.answer";
    }

    @Override
    public boolean replies() {
        return true;
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.against(wanted, replied);
    }

    @Override
    public List<Card> leading() {
        return List.of(ANSWER, People.NAMES, SealedCards.TRACES);
    }

    @Override
    public List<Card> cards() {
        return List.of();
    }

    @Override
    public Message assemble(Answers answers) {
        var to = answers.text("forwardedTo");
        var answer = new InformationResponse.AnswerPart(
                answers.required("kind"),
                answers.text("found"),
                answers.text("missing"),
                answers.moment("nextBy"),
                answers.text("searched"),
                answers.text("ground"),
                answers.text("competent"),
                answers.text("question"),
                to == null ? null : new InformationResponse.Forwarded(to, answers.ticked("forwardedOutside")));
        return new InformationResponse(answer, SealedCards.particulars(answers), SealedCards.persons(answers));
    }

    @Override
    public Map<String, String> fields() {
        var fields = new HashMap<>(SealedCards.FIELDS);
        fields.putAll(Map.of(
                "answer.kind", "kind",
                "answer.found", "found",
                "answer.missing", "missing",
                "answer.nextBy", "nextBy",
                "answer.searched", "searched",
                "answer.ground", "ground",
                "answer.competent", "competent",
                "answer.question", "question",
                "answer.forwarded", "forwardedTo"));
        return fields;
    }
}
