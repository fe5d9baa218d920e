package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.About;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionDecision.Verdict;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;

/// The lines of a request for permission to use a message, and of the decision on it.
final class PermissionFacts {
    private PermissionFacts() {}

    static List<String> items(AskPart request, FactSheet sheet) {
        return request.items().stream().map(item -> item(item, sheet)).toList();
    }

    static String item(Item item, FactSheet sheet) {
        var field = item.field();
        return Labels.joined(
                sheet.label("use-part", item.part()), field == null ? "" : sheet.field(item.part(), field));
    }

    static void summary(AskPart request, About about, FactSheet sheet) {
        var language = about.language();
        sheet.code("casefile.fact.permission-use", "permission-use", request.use())
                .written("casefile.fact.court", request.court(), language)
                .written("casefile.fact.holder", request.holder(), language)
                .written("casefile.fact.needed-for", request.neededFor(), language);
    }

    static void summary(DecisionPart decision, About about, FactSheet sheet) {
        decision.verdicts()
                .forEach(verdict -> sheet.named(
                        sheet.text("casefile.permission.item", "n", verdict.item()),
                        verdict(verdict, sheet),
                        about.language()));
        sheet.day("casefile.fact.granted-until", decision.until());
    }

    /// `Granted with conditions: without naming the source`.
    static String verdict(Verdict verdict, FactSheet sheet) {
        var said = new ArrayList<String>();
        said.add(sheet.label("permission-decision", verdict.decision()));
        if (verdict.conditions() != null) {
            said.add(verdict.conditions());
        }
        if (verdict.ground() != null) {
            said.add(sheet.label("refusal-ground", verdict.ground()));
        }
        return said.size() == 1
                ? said.getFirst()
                : sheet.text("web.pair", "name", said.getFirst(), "value", said.getLast());
    }
}
