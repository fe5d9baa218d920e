package org.enlace.node.intelligence;

import java.util.List;
import java.util.Map;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.RouteReport;
import org.enlace.node.drafts.Prefilled;

/// The forms of reports, filled with one that was sent.
final class ReportForms {
    private ReportForms() {}

    static Map<String, List<String>> of(RouteReport report, Prefilled form) {
        for (var at = 0; at < report.legs().size(); at++) {
            leg("leg." + at + ".", report.legs().get(at), form);
        }
        period(report.period(), form);
        return tick("active", report.active(), form)
                .put("volume", report.volumeBand())
                .put("direction", report.direction())
                .put("confidence", report.confidence())
                .put("victims", report.basedOn().victims())
                .put("cases", report.basedOn().cases())
                .put("note", report.note())
                .values();
    }

    private static void leg(String name, RouteReport.Leg leg, Prefilled form) {
        stop(name + "from.", leg.from(), form);
        stop(name + "to.", leg.to(), form);
        form.put(name + "mode", leg.mode())
                .put(name + "concealment", leg.concealment())
                .put(name + "documents", leg.documents());
        var border = leg.border();
        if (border != null) {
            form.put(name + "border", border.kind()).put(name + "crossing", border.crossing());
            tick(name + "official", border.official(), form);
        }
    }

    private static void stop(String name, RouteReport.Stop stop, Prefilled form) {
        var place = stop.place();
        var point = place.point();
        form.put(name + "country", place.country())
                .division(name + "subdivision", place)
                .put(name + "locode", place.locode())
                .put(name + "point", point == null ? null : point.latitude() + ", " + point.longitude())
                .put(name + "event", stop.eventType());
    }

    static Map<String, List<String>> of(ModusOperandiReport report, Prefilled form) {
        var pattern = report.pattern();
        period(pattern.period(), form);
        form.put("acts", pattern.acts())
                .put("means", pattern.means())
                .put("purposes", pattern.purposes())
                .put("recruitment", pattern.recruitmentMethods())
                .put("platforms", pattern.recruitmentPlatforms())
                .put("relation", pattern.recruiterRelation())
                .put("control", pattern.controlMethods())
                .put("exploitation", pattern.exploitation())
                .put("sectors", pattern.sectors())
                .put("venues", pattern.venues())
                .put("documentsAbuse", pattern.documentsAbuse())
                .put("payment", pattern.paymentMeans())
                .put("profit", pattern.profitBand())
                .put("linkedCrimes", pattern.linkedCrimes())
                .put("demand", pattern.demandSide())
                .put("countermeasure", pattern.countermeasure())
                .put("geography", pattern.geography())
                .put("note", pattern.note());
        if (!pattern.indicatorsForFrontLine().isEmpty()) {
            form.put("indicators", String.join("\n", pattern.indicatorsForFrontLine()));
        }
        var police = report.police();
        if (police != null) {
            for (var at = 0; at < police.entities().size(); at++) {
                var entity = police.entities().get(at);
                form.put("entity." + at + ".kind", entity.kind())
                        .put("entity." + at + ".name", entity.name())
                        .put("entity." + at + ".country", entity.country());
            }
        }
        return form.values();
    }

    private static void period(RouteReport.Period period, Prefilled form) {
        form.put("periodFrom", period.from()).put("periodTo", period.to());
    }

    private static Prefilled tick(String name, boolean ticked, Prefilled form) {
        return ticked ? form.put(name, "yes") : form;
    }
}
