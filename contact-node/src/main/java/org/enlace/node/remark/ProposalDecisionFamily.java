package org.enlace.node.remark;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.RADIOS;

import java.util.List;
import java.util.Map;
import org.enlace.message.Breach;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.ProposalDecision;
import org.enlace.message.ProposalDecision.DecisionPart;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Written only to reject: a proposal is accepted by correcting the message, and that is said by itself.
@Component
final class ProposalDecisionFamily implements RemarkFamily {
    private static final List<Card> LEADING = List.of(Card.of(
            "decision",
            "compose.rejection",
            Question.of("ground", RADIOS, "compose.rejection.ground", "rejection-ground")
                    .hint("compose.rejection.hint"),
            Question.of("note", AREA, "compose.note").hint("compose.alert.what.hint")));
    private static final Map<String, String> FIELDS = Map.of(
            "decision", "decision",
            "decision.ground", "ground",
            "decision.note", "note",
            "about.handling", "decision");

    private final RemarkChecks checks;

    ProposalDecisionFamily(RemarkChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.PROPOSAL_DECISION;
    }

    @Override
    public Action writing() {
        return Action.PROPOSE;
    }

    @Override
    public String title() {
        return "compose.title.rejection";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.deciding(wanted, replied);
    }

    @Override
    public Message assemble(Answers answers) {
        return new ProposalDecision(
                new DecisionPart(ProposalDecision.REJECTED, null, answers.required("ground"), answers.text("note")));
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
