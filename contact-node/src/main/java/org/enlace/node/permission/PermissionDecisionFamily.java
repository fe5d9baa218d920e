package org.enlace.node.permission;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.DATE;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.message.Breach;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionDecision.Verdict;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One answer for each item of the request, in their order.
@Component
final class PermissionDecisionFamily implements PermissionFamily {
    private static final List<Card> LEADING = List.of(Card.of(
                    "decision",
                    "compose.decision",
                    Question.of("until", DATE, "compose.decision.until").hint("compose.decision.until.hint"))
            .with(new Card.Group(
                    "verdict",
                    "compose.decision.item",
                    "compose.decision.add-item",
                    List.of(
                            Question.of("decision", RADIOS, "compose.decision.decision", "permission-decision"),
                            Question.of("conditions", AREA, "compose.decision.conditions")
                                    .hint("compose.decision.conditions.hint"),
                            Question.of("ground", SELECT, "compose.answer.ground", "refusal-ground")
                                    .hint("compose.answer.ground.hint")))));
    private static final Map<String, String> FIELDS =
            Map.of("decision", "decision", "decision.until", "until", "decision.verdicts", "verdict");

    private final PermissionChecks checks;

    PermissionDecisionFamily(PermissionChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.USE_PERMISSION_DECISION;
    }

    @Override
    public String title() {
        return "compose.title.decision";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public Map<String, List<String>> begun(OpenedMessage replied, @Nullable String holder) {
        var begun = new HashMap<String, List<String>>();
        if (replied.message() instanceof UsePermissionRequest(var asked)) {
            for (var at = 0; at < asked.items().size(); at++) {
                begun.put("verdict." + at + ".decision", List.of(""));
            }
        }
        return begun;
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.deciding(wanted, replied);
    }

    @Override
    public Message assemble(Answers answers) {
        var verdicts = new ArrayList<Verdict>();
        for (var item : answers.each("verdict")) {
            verdicts.add(new Verdict(
                    verdicts.size() + 1, item.required("decision"), item.text("conditions"), item.text("ground")));
        }
        return new UsePermissionDecision(new DecisionPart(verdicts, answers.date("until")));
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
