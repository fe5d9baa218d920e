package org.enlace.message;

import java.util.List;
import org.enlace.message.ModusOperandiReport.PatternPart;
import org.enlace.message.ModusOperandiReport.PolicePart;
import org.enlace.person.PartialDate;

/// What reports on routes and patterns must say, and must not say too exactly.
final class IntelligenceRules {
    private static final int LIST_MAX = 50;
    private static final int PATH_MAX = 500;

    private IntelligenceRules() {}

    static void check(Breaches breaches, RouteReport report) {
        if (report.legs().isEmpty()) {
            breaches.add("legs", BreachCode.REQUIRED);
        }
        breaches.atMost("legs", report.legs(), LIST_MAX);
        for (int i = 0; i < report.legs().size(); i++) {
            leg(breaches, "legs[" + i + "]", report.legs().get(i), report.needsCoarseness());
        }
        breaches.requiredCode("volumeBand", report.volumeBand(), "volume-band");
        breaches.code("direction", report.direction(), "direction");
        breaches.requiredCode("confidence", report.confidence(), "confidence");
        breaches.text("note", report.note(), Breaches.TEXT_MAX);
        period(breaches, "period", report.period());
        if (report.needsCoarseness()) {
            coarseDate(breaches, "period.from", report.period().from());
            PartialDate to = report.period().to();
            if (to != null) {
                coarseDate(breaches, "period.to", to);
            }
        }
    }

    static void check(Breaches breaches, ModusOperandiReport report) {
        PatternPart pattern = report.pattern();
        AlertRules.triple(breaches, "pattern", pattern.acts(), pattern.means(), pattern.purposes(), ChildInvolved.NO);
        breaches.codes("pattern.recruitmentMethods", pattern.recruitmentMethods(), "recruitment-method");
        breaches.codes("pattern.recruitmentPlatforms", pattern.recruitmentPlatforms(), "platform");
        breaches.code("pattern.recruiterRelation", pattern.recruiterRelation(), "recruiter-relation");
        breaches.codes("pattern.controlMethods", pattern.controlMethods(), "control-method");
        breaches.codes("pattern.exploitation", pattern.exploitation(), "exploitation");
        breaches.codes("pattern.sectors", pattern.sectors(), "sector");
        breaches.codes("pattern.venues", pattern.venues(), "venue");
        breaches.codes("pattern.documentsAbuse", pattern.documentsAbuse(), "document-use");
        breaches.code("pattern.paymentMeans", pattern.paymentMeans(), "payment-means");
        breaches.code("pattern.profitBand", pattern.profitBand(), "profit-band");
        breaches.codes("pattern.linkedCrimes", pattern.linkedCrimes(), "linked-crime");
        breaches.code("pattern.demandSide", pattern.demandSide(), "demand-side");
        texts(breaches, "pattern.indicatorsForFrontLine", pattern.indicatorsForFrontLine());
        breaches.text("pattern.countermeasure", pattern.countermeasure(), Breaches.TEXT_MAX);
        breaches.text("pattern.note", pattern.note(), Breaches.TEXT_MAX);
        period(breaches, "pattern.period", pattern.period());
        geography(breaches, pattern.geography());
        PolicePart police = report.police();
        if (police != null) {
            entities(breaches, police.entities());
        }
    }

    private static void leg(Breaches breaches, String field, RouteReport.Leg leg, boolean coarse) {
        stop(breaches, field + ".from", leg.from(), coarse);
        stop(breaches, field + ".to", leg.to(), coarse);
        RouteReport.Border border = leg.border();
        if (border != null) {
            breaches.text(field + ".border.crossing", border.crossing(), Breaches.SHORT_MAX);
            breaches.requiredCode(field + ".border.kind", border.kind(), "border-kind");
        }
        breaches.requiredCode(field + ".mode", leg.mode(), "transport-mode");
        breaches.codes(field + ".concealment", leg.concealment(), "concealment");
        breaches.codes(field + ".documents", leg.documents(), "document-use");
        breaches.atMost(field + ".path", leg.path(), PATH_MAX);
        for (int i = 0; coarse && i < leg.path().size(); i++) {
            coarsePoint(breaches, field + ".path[" + i + "]", leg.path().get(i));
        }
    }

    private static void stop(Breaches breaches, String field, RouteReport.Stop stop, boolean coarse) {
        AlertRules.place(breaches, field + ".place", stop.place());
        breaches.code(field + ".eventType", stop.eventType(), "event-type");
        GeoPoint point = stop.place().point();
        if (coarse && point != null) {
            coarsePoint(breaches, field + ".place.point", point);
        }
    }

    private static void coarsePoint(Breaches breaches, String field, GeoPoint point) {
        if (!point.equals(point.toTenth())) {
            breaches.add(field, BreachCode.TOO_EXACT_PLACE);
        }
    }

    private static void coarseDate(Breaches breaches, String field, PartialDate date) {
        if (date.hasDay()) {
            breaches.add(field, BreachCode.TOO_EXACT_DATE);
        }
    }

    static void period(Breaches breaches, String field, RouteReport.Period period) {
        PartialDate to = period.to();
        if (to == null) {
            return;
        }
        int common = Math.min(period.from().value().length(), to.value().length());
        String from = period.from().value().substring(0, common);
        if (to.value().substring(0, common).compareTo(from) < 0) {
            breaches.add(field + ".to", BreachCode.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private static void texts(Breaches breaches, String field, List<String> texts) {
        breaches.atMost(field, texts, LIST_MAX);
        for (int i = 0; i < texts.size(); i++) {
            breaches.requiredText(field + "[" + i + "]", texts.get(i), Breaches.TEXT_MAX);
        }
    }

    private static void geography(Breaches breaches, List<String> geography) {
        breaches.atMost("pattern.geography", geography, LIST_MAX);
        for (int i = 0; i < geography.size(); i++) {
            String place = geography.get(i);
            String country = place.matches("[A-Z]{2}-[A-Z0-9]{1,3}") ? place.substring(0, 2) : place;
            breaches.requiredCountry("pattern.geography[" + i + "]", country);
        }
    }

    private static void entities(Breaches breaches, List<ModusOperandiReport.Entity> entities) {
        breaches.atMost("police.entities", entities, LIST_MAX);
        for (int i = 0; i < entities.size(); i++) {
            String field = "police.entities[" + i + "]";
            breaches.requiredCode(field + ".kind", entities.get(i).kind(), "person-role");
            SealedTexts.check(breaches, field + ".name", entities.get(i).name(), Breaches.SHORT_MAX);
            breaches.country(field + ".country", entities.get(i).country());
        }
    }
}
