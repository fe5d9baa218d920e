package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.About;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.RouteReport;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The lines of reports on routes and methods.
final class ReportFacts {
    private ReportFacts() {}

    static void route(RouteReport report, About about, FactSheet sheet) {
        sheet.said(
                        "casefile.fact.legs",
                        report.legs().stream().map(leg -> leg(leg, sheet)).toList())
                .said("casefile.fact.period", List.of(period(report.period())))
                .code("casefile.fact.volume", "volume-band", report.volumeBand())
                .code("casefile.fact.direction", "direction", report.direction())
                .code("casefile.fact.active", "answer", report.active() ? "YES" : "NO")
                .code("casefile.fact.confidence", "confidence", report.confidence())
                .said(
                        "casefile.fact.based-on",
                        List.of(sheet.text(
                                "casefile.fact.based-on.text",
                                "cases",
                                report.basedOn().cases(),
                                "victims",
                                report.basedOn().victims())))
                .written("casefile.fact.note", report.note(), about.language());
    }

    static void pattern(ModusOperandiReport.PatternPart pattern, About about, FactSheet sheet) {
        sheet.codes("casefile.fact.recruitment", "recruitment-method", pattern.recruitmentMethods())
                .codes("casefile.fact.platforms", "platform", pattern.recruitmentPlatforms())
                .code("casefile.fact.recruiter", "recruiter-relation", pattern.recruiterRelation())
                .codes("casefile.fact.control", "control-method", pattern.controlMethods())
                .codes("casefile.fact.exploitation", "exploitation", pattern.exploitation())
                .codes("casefile.fact.sectors", "sector", pattern.sectors())
                .codes("casefile.fact.venues", "venue", pattern.venues())
                .codes("casefile.fact.document-abuse", "document-use", pattern.documentsAbuse())
                .code("casefile.fact.payment", "payment-means", pattern.paymentMeans())
                .code("casefile.fact.profit", "profit-band", pattern.profitBand())
                .codes("casefile.fact.linked", "linked-crime", pattern.linkedCrimes())
                .code("casefile.fact.demand", "demand-side", pattern.demandSide())
                .codes("casefile.fact.acts", "palermo-act", pattern.acts())
                .codes("casefile.fact.means", "palermo-means", pattern.means())
                .codes("casefile.fact.purposes", "palermo-purpose", pattern.purposes())
                .said("casefile.fact.period", List.of(period(pattern.period())))
                .said(
                        "casefile.fact.geography",
                        pattern.geography().stream()
                                .map(code -> code.length() == 2 ? sheet.country(code) : code)
                                .toList());
        pattern.indicatorsForFrontLine()
                .forEach(text -> sheet.written("casefile.fact.indicator", text, about.language()));
        sheet.written("casefile.fact.countermeasure", pattern.countermeasure(), about.language())
                .written("casefile.fact.note", pattern.note(), about.language());
    }

    @ShowsPersonalData
    static void persons(ModusOperandiReport report, FactSheet sheet) {
        var police = report.police();
        if (police == null) {
            return;
        }
        var entities = new ArrayList<String>();
        for (var entity : police.entities()) {
            entities.add(Labels.joined(
                    entity.name().reveal(),
                    sheet.label("person-role", entity.kind()),
                    sheet.country(entity.country())));
        }
        sheet.said("casefile.fact.entities", List.copyOf(entities));
    }

    private static String leg(RouteReport.Leg leg, FactSheet sheet) {
        var border = leg.border();
        var concealment = leg.concealment().stream()
                .map(code -> sheet.label("concealment", code))
                .toList();
        return Labels.joined(
                sheet.place(leg.from().place()) + " → " + sheet.place(leg.to().place()),
                sheet.label("transport-mode", leg.mode()),
                border == null ? "" : sheet.label("border-kind", border.kind()),
                String.join(", ", concealment));
    }

    static String period(RouteReport.Period period) {
        var to = period.to();
        return period(period.from().value(), to == null ? null : to.value());
    }

    static String period(String from, @Nullable String to) {
        return from + " – " + (to == null ? "…" : to);
    }
}
