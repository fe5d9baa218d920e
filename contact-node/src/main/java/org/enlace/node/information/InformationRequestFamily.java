package org.enlace.node.information;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.message.InformationRequest;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.People;
import org.enlace.node.drafts.Question;
import org.springframework.stereotype.Component;

@Component
final class InformationRequestFamily implements InformationFamily {
    private static final Card QUESTIONS = Card.of("questions", "compose.ask.questions")
            .with(new Card.Group(
                    "question",
                    "compose.ask.question",
                    "compose.ask.add-question",
                    List.of(
                            Question.of("kind", SELECT, "compose.ask.kind", "question-kind"),
                            Question.of("asked", AREA, "compose.ask.asked").hint("compose.alert.what.hint"))));
    private static final Card REASONS = Card.of(
            "reasons",
            "compose.ask.reasons",
            Question.of("neededFor", AREA, "compose.ask.needed-for").hint("compose.alert.what.hint"),
            Question.of("link", AREA, "compose.ask.link").hint("compose.ask.link.hint"),
            Question.of("whyThere", AREA, "compose.ask.why-there"),
            Question.of("knownFacts", AREA, "compose.ask.known").hint("compose.ask.known.hint"),
            Question.of("offence", TEXT, "compose.ask.offence"),
            Question.of("use", CHECKS, "compose.ask.use", "information-use"),
            Question.of("mlaRef", TEXT, "compose.ask.mla").hint("compose.ask.mla.hint"));

    @Override
    public MessageType type() {
        return MessageType.INFORMATION_REQUEST;
    }

    @Override
    public String title() {
        return "compose.title.ask";
    }

    @Override
    public List<Card> cards() {
        return List.of(QUESTIONS, REASONS, People.NAMES, SealedCards.TRACES);
    }

    @Override
    public Message assemble(Answers answers) {
        var request = new InformationRequest.RequestPart(
                answers.each("question").stream()
                        .map(question ->
                                new InformationRequest.Question(question.required("kind"), question.required("asked")))
                        .toList(),
                answers.text("offence"),
                answers.required("neededFor"),
                answers.required("link"),
                answers.required("whyThere"),
                answers.required("knownFacts"),
                answers.all("use"),
                answers.text("mlaRef"));
        return new InformationRequest(request, SealedCards.particulars(answers), SealedCards.persons(answers));
    }

    @Override
    public Map<String, String> fields() {
        var fields = new HashMap<>(SealedCards.FIELDS);
        fields.putAll(Map.of(
                "request.questions", "questions",
                "request.neededFor", "neededFor",
                "request.linkOfPersonToPurpose", "link",
                "request.whyThere", "whyThere",
                "request.knownFacts", "knownFacts",
                "request.offence", "offence",
                "request.willBeUsedFor", "use",
                "request.mlaRef", "mlaRef"));
        return fields;
    }
}
