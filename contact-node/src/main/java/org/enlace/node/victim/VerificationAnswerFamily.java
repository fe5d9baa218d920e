package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.message.Breach;
import org.enlace.message.Compartment;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.IdentityVerificationAnswer.AnswerPart;
import org.enlace.message.IdentityVerificationAnswer.TravelDocument;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class VerificationAnswerFamily implements Family {
    private static final List<Card> LEADING = List.of(VerificationCards.answer());
    private static final Map<String, String> FIELDS = Map.of(
            "answer.result", "result",
            "answer.needed", "needed",
            "answer.ground", "ground",
            "answer.competent", "competent",
            "answer.travelDocument", "documentState",
            "answer.travelDocument.kind", "documentKind",
            "answer.travelDocument.validUntil", "documentUntil",
            "answer.travelDocument.by", "documentBy",
            "answer.travelDocument.why", "documentWhy");

    private final VerificationChecks checks;

    VerificationAnswerFamily(VerificationChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.IDENTITY_VERIFICATION_ANSWER;
    }

    @Override
    public Action writing() {
        return Action.VERIFY_IDENTITY;
    }

    @Override
    public String title() {
        return "compose.title.verified";
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
    public List<Compartment> guarded() {
        return List.of();
    }

    @Override
    public Handling usualHandling() {
        return Handling.DEFAULT_VICTIM;
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public List<Card> cards() {
        return List.of();
    }

    @Override
    public Message assemble(Answers answers) {
        var state = answers.text("documentState");
        var document = state == null
                ? null
                : new TravelDocument(
                        state,
                        answers.text("documentKind"),
                        answers.date("documentUntil"),
                        answers.date("documentBy"),
                        answers.text("documentWhy"));
        return new IdentityVerificationAnswer(new AnswerPart(
                answers.required("result"),
                answers.text("needed"),
                answers.text("ground"),
                answers.text("competent"),
                document));
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
