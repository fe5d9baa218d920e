package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.Message;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.Receipt;
import org.enlace.message.RouteReport;
import org.enlace.message.Status;
import org.enlace.message.VictimMessage;
import org.springframework.stereotype.Component;

/// What a message says, line by line, in the reader's language. Parts that the reader may not open are absent from the
/// message and so from the lines.
@Component
class Facts {
    private final Labels labels;

    Facts(Labels labels) {
        this.labels = labels;
    }

    /// What they ask of us, in the order of the message.
    List<String> asks(Message message, Locale reader) {
        return switch (message) {
            case CaseAlert alert -> AlertFacts.asks(alert.alert(), new FactSheet(labels, reader));
            case VictimMessage victim -> VictimFacts.asks(victim.alert(), new FactSheet(labels, reader));
            case RouteReport _, ModusOperandiReport _, Receipt _, Status _ -> List.of();
        };
    }

    /// What it is about, without a person.
    List<Fact> summary(About about, Message message, Locale reader) {
        var sheet = new FactSheet(labels, reader);
        switch (message) {
            case CaseAlert alert -> AlertFacts.summary(alert.alert(), about, sheet);
            case VictimMessage victim -> VictimFacts.summary(victim.alert(), sheet);
            case RouteReport report -> ReportFacts.route(report, about, sheet);
            case ModusOperandiReport report -> ReportFacts.pattern(report.pattern(), about, sheet);
            case Receipt _, Status _ -> {}
        }
        return header(about, sheet).facts();
    }

    /// What it says about persons, as far as it was opened.
    List<Fact> persons(About about, Message message, Locale reader) {
        var sheet = new FactSheet(labels, reader);
        switch (message) {
            case CaseAlert alert -> AlertFacts.persons(alert, sheet);
            case VictimMessage victim -> VictimFacts.persons(victim, about, sheet);
            case ModusOperandiReport report -> ReportFacts.persons(report, sheet);
            case RouteReport _, Receipt _, Status _ -> {}
        }
        return sheet.facts();
    }

    private static FactSheet header(About about, FactSheet sheet) {
        var evaluation = about.handling().evaluation();
        sheet.said(
                "casefile.fact.countries",
                about.countryRoles().stream()
                        .map(role -> sheet.country(role.country()) + " · "
                                + sheet.label("country-role", role.part().name()))
                        .toList());
        sheet.codes("casefile.fact.purpose", "purpose", about.purpose());
        sheet.codes("casefile.fact.legal-basis", "legal-basis", about.legalBasis());
        if (evaluation != null) {
            sheet.said(
                    "casefile.fact.evaluation",
                    List.of(
                            evaluation.code() + " · "
                                    + sheet.label(
                                            "source-reliability",
                                            evaluation.source().name()),
                            sheet.label("accuracy", Integer.toString(evaluation.accuracy()))));
        }
        sheet.code("casefile.fact.pap", "pap", about.handling().pap());
        sheet.written("casefile.fact.urgency-reason", about.urgencyReason(), about.language());
        return sheet.written("casefile.fact.national-ref", about.nationalRef(), null);
    }
}
