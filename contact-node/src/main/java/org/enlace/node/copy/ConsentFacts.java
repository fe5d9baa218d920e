package org.enlace.node.copy;

import java.util.List;
import java.util.Map;
import org.enlace.node.casefile.Explained;
import org.enlace.node.casefile.Labels;
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
                                : List.of(Labels.joined(
                                        lines.label("who-consented", who),
                                        date == null ? "" : lines.day(date),
                                        lines.label("language", consent.language()))))
                .said(
                        "casefile.fact.told",
                        Explained.points(consent.told()).stream()
                                .map(key -> lines.text(key))
                                .toList())
                .omitted("casefile.fact.withheld-from", !consent.withheldFrom().isEmpty(), Omission.OTHERS)
                .code("casefile.fact.consent-basis", "consent-legal-basis", consent.legalBasis())
                .omitted("casefile.fact.consent-reason", consent.overrideReason(), Omission.WORDS);
    }
}
