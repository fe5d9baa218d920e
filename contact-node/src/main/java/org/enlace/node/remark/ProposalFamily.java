package org.enlace.node.remark;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.FIELD;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.message.Breach;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.Proposal;
import org.enlace.message.Proposal.AskPart;
import org.enlace.message.Proposal.Item;
import org.enlace.message.Proposal.Value;
import org.enlace.message.Proposal.ValuesPart;
import org.enlace.node.access.Action;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Draft;
import org.enlace.node.drafts.FieldOfMessage;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What should stand in a part that opens only for some is sealed in that part.
@Component
final class ProposalFamily implements RemarkFamily {
    private static final List<Card> LEADING = List.of(Card.of(
                    "proposal",
                    "compose.proposal",
                    Question.of("reason", RADIOS, "compose.correction.reason", "correction-reason"),
                    Question.of("explanation", AREA, "compose.proposal.explanation")
                            .hint("compose.alert.what.hint"))
            .with(new Card.Group(
                    "item",
                    "compose.proposal.item",
                    "compose.proposal.add-item",
                    List.of(
                            Question.of("part", SELECT, "compose.proposal.part", "use-part"),
                            Question.of("field", FIELD, "compose.proposal.field")
                                    .hint("compose.proposal.field.hint"),
                            Question.of("shouldBe", AREA, "compose.proposal.should-be")
                                    .hint("compose.proposal.should-be.hint")
                                    .withholding()))));
    private static final Map<String, String> FIELDS = Map.of(
            "proposal", "proposal",
            "proposal.reason", "reason",
            "proposal.explanation", "explanation",
            "proposal.items", "item",
            "protection", "item",
            "police", "item",
            "identity", "item",
            "about.handling", "proposal");

    private final RemarkChecks checks;

    ProposalFamily(RemarkChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.PROPOSAL;
    }

    @Override
    public Action writing() {
        return Action.PROPOSE;
    }

    @Override
    public String title() {
        return "compose.title.proposal";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public List<Compartment> guarded() {
        return List.of(Compartment.PROTECTION, Compartment.POLICE, Compartment.IDENTITY);
    }

    @Override
    public Map<String, List<String>> begun(OpenedMessage replied, @Nullable String holder) {
        return Map.of(
                Draft.IN_REPLY_TO,
                List.of(checks.standing(replied.entry()).toString()),
                "item.0.part",
                List.of(Item.OPEN));
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.proposing(wanted, replied);
    }

    @Override
    public Message assemble(Answers answers) {
        var items = new ArrayList<Item>();
        var protection = new ArrayList<Value>();
        var police = new ArrayList<Value>();
        var identity = new ArrayList<Value>();
        for (var item : answers.each("item")) {
            var named = item.required("field");
            var chosen = FieldOfMessage.read(named);
            var part = chosen.map(FieldOfMessage::part).orElseGet(() -> item.required("part"));
            var field = chosen.map(FieldOfMessage::pointer).orElse(named);
            item.required("shouldBe");
            items.add(new Item(part, field, part.equals(Item.OPEN) ? item.text("shouldBe") : null));
            var sealed = item.withheld("shouldBe");
            if (sealed != null) {
                var value = new Value(items.size(), sealed);
                switch (part) {
                    case "PROTECTION" -> protection.add(value);
                    case "POLICE" -> police.add(value);
                    case "IDENTITY" -> identity.add(value);
                    default -> {
                        // It stands in the open, or the part does not exist, which the rules say.
                    }
                }
            }
        }
        return new Proposal(
                new AskPart(items, answers.required("reason"), answers.required("explanation")),
                values(protection),
                values(police),
                values(identity));
    }

    private static @Nullable ValuesPart values(List<Value> values) {
        return values.isEmpty() ? null : new ValuesPart(values);
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
