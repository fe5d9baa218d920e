package org.enlace.message;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.Proposal.Item;
import org.enlace.message.Proposal.ValuesPart;
import org.enlace.message.ProposalDecision.DecisionPart;
import org.jspecify.annotations.Nullable;

/// What a proposal must say, the decision on it, and a sighting of what a message tells of.
final class ProposalRules {
    private static final int ITEMS_MAX = 20;
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,8}");
    private static final String WHOLE = "WHOLE";
    private static final String OTHER = "OTHER";

    private ProposalRules() {}

    static void check(Breaches breaches, Corroboration message, About about) {
        about(breaches, about);
        breaches.requiredCode("sighting.finding", message.sighting().finding(), "sighting");
        IntelligenceRules.period(breaches, "sighting.period", message.sighting().period());
        breaches.text("sighting.note", message.sighting().note(), Breaches.TEXT_MAX);
    }

    static void check(Breaches breaches, Proposal message, About about) {
        about(breaches, about);
        if (about.urgency() == Urgency.ROUTINE) {
            breaches.add("about.urgency", BreachCode.ROUTINE_OWES_NO_ANSWER);
        }
        breaches.requiredCode("proposal.reason", message.proposal().reason(), "correction-reason");
        breaches.requiredText("proposal.explanation", message.proposal().explanation(), Breaches.TEXT_MAX);
        List<Item> items = message.proposal().items();
        if (items.isEmpty()) {
            breaches.add("proposal.items", BreachCode.REQUIRED);
        }
        breaches.atMost("proposal.items", items, ITEMS_MAX);
        for (int i = 0; i < items.size(); i++) {
            item(breaches, "proposal.items[" + i + "]", items.get(i), said(message, i + 1, items.get(i)));
        }
        sealed(breaches, "protection", "PROTECTION", message.protection(), items);
        sealed(breaches, "police", "POLICE", message.police(), items);
        sealed(breaches, "identity", "IDENTITY", message.identity(), items);
    }

    private static void about(Breaches breaches, About about) {
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
    }

    private static boolean said(Proposal message, int number, Item item) {
        ValuesPart sealed = message.values(item.part());
        return sealed != null && sealed.values().stream().anyMatch(value -> value.item() == number);
    }

    private static void item(Breaches breaches, String field, Item item, boolean sealed) {
        breaches.requiredCode(field + ".part", item.part(), "use-part");
        if (item.part().equals(WHOLE)) {
            breaches.add(field + ".part", BreachCode.NOT_IN_LIST, "use-part");
        }
        if (!POINTER.matcher(item.field()).matches()) {
            breaches.add(field + ".field", BreachCode.NOT_IN_LIST, "json-pointer");
        }
        if (item.part().equals(Item.OPEN)) {
            breaches.requiredText(field + ".shouldBe", item.shouldBe(), Breaches.TEXT_MAX);
        } else {
            breaches.text(field + ".shouldBe", item.shouldBe(), Breaches.TEXT_MAX);
            if (item.shouldBe() != null) {
                breaches.add(field + ".shouldBe", BreachCode.SEALED_IN_ITS_PART);
            } else if (!sealed) {
                breaches.add(field + ".shouldBe", BreachCode.REQUIRED);
            }
        }
    }

    /// Each value belongs to one item of its own part.
    private static void sealed(
            Breaches breaches, String field, String part, @Nullable ValuesPart values, List<Item> items) {
        if (values == null) {
            return;
        }
        breaches.atMost(field + ".values", values.values(), ITEMS_MAX);
        Set<Integer> told = new HashSet<>();
        for (int i = 0; i < values.values().size(); i++) {
            Proposal.Value value = values.values().get(i);
            int at = value.item() - 1;
            if (at < 0 || at >= items.size() || !items.get(at).part().equals(part) || !told.add(at)) {
                breaches.add(field + ".values[" + i + "].item", BreachCode.NOT_ASKED_FOR);
            }
            SealedTexts.check(breaches, field + ".values[" + i + "].shouldBe", value.shouldBe(), Breaches.TEXT_MAX);
            if (SealedTexts.isBlank(value.shouldBe())) {
                breaches.add(field + ".values[" + i + "].shouldBe", BreachCode.REQUIRED);
            }
        }
    }

    static void check(Breaches breaches, ProposalDecision message, About about) {
        about(breaches, about);
        DecisionPart decision = message.decision();
        breaches.requiredCode("decision.outcome", decision.outcome(), "proposal-outcome");
        breaches.code("decision.ground", decision.ground(), "rejection-ground");
        breaches.text("decision.note", decision.note(), Breaches.TEXT_MAX);
        boolean accepted = decision.outcome().equals(ProposalDecision.ACCEPTED);
        boolean rejected = decision.outcome().equals(ProposalDecision.REJECTED);
        fits(breaches, "decision.correction", decision.correction(), accepted, rejected);
        fits(breaches, "decision.ground", decision.ground(), rejected, accepted);
        String note = decision.note();
        if (OTHER.equals(decision.ground()) && (note == null || note.isBlank())) {
            breaches.add("decision.note", BreachCode.REQUIRED);
        }
    }

    private static void fits(Breaches breaches, String field, @Nullable Object said, boolean needed, boolean other) {
        if (needed && said == null) {
            breaches.add(field, BreachCode.REQUIRED);
        }
        if (other && said != null) {
            breaches.add(
                    field,
                    BreachCode.NOT_WITH_THIS_ANSWER,
                    field.endsWith("ground") ? ProposalDecision.ACCEPTED : ProposalDecision.REJECTED);
        }
    }
}
