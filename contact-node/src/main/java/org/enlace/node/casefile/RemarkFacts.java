package org.enlace.node.casefile;

import java.util.List;
import org.enlace.message.About;
import org.enlace.message.Corroboration.SightingPart;
import org.enlace.message.Proposal;
import org.enlace.message.Proposal.AskPart;
import org.enlace.message.Proposal.Item;
import org.enlace.message.ProposalDecision.DecisionPart;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;

/// The lines of what holders say about a message, and of what its owner decides.
final class RemarkFacts {
    private RemarkFacts() {}

    /// What is proposed, one by one; what stands in sealed parts is not told here.
    static List<String> items(AskPart proposal, FactSheet sheet) {
        return proposal.items().stream()
                .map(item -> item.shouldBe() == null
                        ? place(item, sheet)
                        : sheet.text("web.pair", "name", place(item, sheet), "value", item.shouldBe()))
                .toList();
    }

    /// `The part without persons, What is happening`.
    private static String place(Item item, FactSheet sheet) {
        return Labels.joined(sheet.label("use-part", item.part()), sheet.field(item.part(), item.field()));
    }

    static void summary(SightingPart sighting, About about, FactSheet sheet) {
        sheet.code("casefile.fact.finding", "sighting", sighting.finding())
                .said("casefile.fact.period", List.of(ReportFacts.period(sighting.period())))
                .country("casefile.fact.owner", sighting.owner().value())
                .written("casefile.fact.note", sighting.note(), about.language());
    }

    static void summary(AskPart proposal, About about, FactSheet sheet) {
        proposal.items()
                .forEach(item -> sheet.named(
                        place(item, sheet),
                        item.shouldBe() == null ? sheet.text("casefile.remark.sealed") : item.shouldBe(),
                        item.shouldBe() == null ? null : about.language()));
        sheet.code("casefile.fact.reason", "correction-reason", proposal.reason())
                .written("casefile.fact.explanation", proposal.explanation(), about.language());
    }

    static void summary(DecisionPart decision, About about, FactSheet sheet) {
        sheet.code("casefile.fact.answer", "proposal-outcome", decision.outcome())
                .code("casefile.fact.ground", "rejection-ground", decision.ground())
                .written("casefile.fact.note", decision.note(), about.language());
    }

    /// What should stand in the parts that were opened.
    static void persons(Proposal proposal, About about, FactSheet sheet) {
        var items = proposal.proposal().items();
        for (var at = 0; at < items.size(); at++) {
            var number = at + 1;
            var item = items.get(at);
            var part = proposal.values(item.part());
            if (part != null) {
                part.values().stream()
                        .filter(value -> value.item() == number)
                        .forEach(value -> sheet.named(place(item, sheet), shown(value.shouldBe()), about.language()));
            }
        }
    }

    @ShowsPersonalData
    private static String shown(Sensitive<String> value) {
        return value.reveal();
    }
}
