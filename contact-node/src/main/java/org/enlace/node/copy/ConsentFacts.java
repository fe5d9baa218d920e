package org.enlace.node.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.person.ConsentRecord;

/// What the person agreed to. From whom they keep it is told to nobody who finds the paper.
final class ConsentFacts {
    private ConsentFacts() {}

    static void of(ConsentRecord consent, CopyLines lines) {
        var who = consent.whoConsented();
        var date = consent.date();
        lines.said(
                        "casefile.fact.consent",
                        consent.answers().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(answer -> lines.text(
                                        "web.pair",
                                        "name",
                                        lines.label("consent-purpose", answer.getKey()),
                                        "value",
                                        lines.label(
                                                "consent-answer",
                                                answer.getValue().name())))
                                .toList())
                .said(
                        "casefile.fact.consent-given",
                        who == null
                                ? List.of()
                                : List.of(CopyLines.joined(
                                        lines.label("who-consented", who),
                                        date == null ? "" : lines.day(date),
                                        lines.label("language", consent.language()))))
                .said("casefile.fact.told", told(consent.told(), lines))
                .omitted("casefile.fact.withheld-from", !consent.withheldFrom().isEmpty(), Omission.OTHERS)
                .code("casefile.fact.consent-basis", "consent-legal-basis", consent.legalBasis())
                .omitted("casefile.fact.consent-reason", consent.overrideReason(), Omission.WORDS);
    }

    private static List<String> told(ConsentRecord.Told told, CopyLines lines) {
        var points = new LinkedHashMap<String, Boolean>();
        points.put("compose.told.interview", told.assentedToInterview());
        points.put("compose.told.purpose", told.purpose());
        points.put("compose.told.use", told.useOfData());
        points.put("compose.told.research", told.researchUse());
        points.put("compose.told.own", told.rightToOwnData());
        points.put("compose.told.storage", told.storageTime());
        points.put("compose.told.withdrawal", told.withdrawal());
        return points.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(point -> lines.text(point.getKey()))
                .toList();
    }
}
