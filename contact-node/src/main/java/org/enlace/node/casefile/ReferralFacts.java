package org.enlace.node.casefile;

import java.util.List;
import org.enlace.message.About;
import org.enlace.message.VictimReferral;
import org.enlace.message.VictimReferral.AlertPart;
import org.enlace.message.VictimReferral.SupportPlan;
import org.enlace.message.VictimReferral.Travel;
import org.enlace.message.VictimReferral.VoluntaryReturn;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The lines that only a referral has.
final class ReferralFacts {
    private ReferralFacts() {}

    static void summary(AlertPart referral, FactSheet sheet) {
        sheet.code("casefile.fact.referral", "referral-kind", referral.referralKind())
                .codes("casefile.fact.given", "service", referral.servicesGiven())
                .said(
                        "casefile.fact.follow-up",
                        referral.followUpAt().stream().map(sheet::day).toList());
    }

    @ShowsPersonalData
    static void persons(VictimReferral referral, About about, FactSheet sheet) {
        var identity = referral.identity();
        var travel = identity == null ? null : identity.travel();
        if (travel != null) {
            travel(travel.reveal(), sheet);
        }
        var protection = referral.protection();
        if (protection == null) {
            return;
        }
        sheet.written("casefile.fact.reception", shown(protection.receptionBy()), null);
        var wanted = protection.voluntaryReturn();
        if (wanted != null) {
            voluntaryReturn(wanted, sheet);
        }
        var plan = protection.supportPlan();
        if (plan != null) {
            plan(plan, about, sheet);
        }
    }

    private static void travel(Travel travel, FactSheet sheet) {
        var way = Labels.joined(sheet.label("transport-mode", travel.mode()), way(travel, sheet));
        sheet.said("casefile.fact.travel", way.isEmpty() ? List.of() : List.of(way))
                .code("casefile.fact.escort", "answer", travel.escort())
                .day("casefile.fact.travel-from", travel.earliest())
                .day("casefile.fact.travel-until", travel.latest());
    }

    private static String way(Travel travel, FactSheet sheet) {
        var from = travel.from();
        var to = travel.to();
        return from == null || to == null
                ? Labels.joined(from == null ? "" : from, to == null ? "" : to)
                : sheet.text("casefile.headline.way", "from", from, "to", to);
    }

    private static void voluntaryReturn(VoluntaryReturn wanted, FactSheet sheet) {
        var statement = wanted.statement();
        if (statement != null) {
            sheet.said(
                            "casefile.fact.voluntary",
                            List.of(Labels.joined(
                                    sheet.day(statement.date()), sheet.label("language", statement.language()))))
                    .code("casefile.fact.voluntary-interpreter", "answer", statement.interpreter());
        }
        sheet.code("casefile.fact.claim", "answer", wanted.protectionClaimPending())
                .code("casefile.fact.has-dependants", "answer", wanted.hasDependants());
        var assessed = wanted.bestInterests();
        if (assessed != null) {
            sheet.written("casefile.fact.best-interests-by", assessed.authority(), null)
                    .day("casefile.fact.best-interests-on", assessed.date())
                    .code("casefile.fact.best-interests-risk", "risk-level", assessed.risk())
                    .code("casefile.fact.best-interests", "answer", assessed.inBestInterests());
        }
    }

    @ShowsPersonalData
    private static void plan(SupportPlan plan, About about, FactSheet sheet) {
        sheet.codes("casefile.fact.plan", "service", plan.types())
                .written("casefile.fact.plan-objectives", shown(plan.objectives()), about.language())
                .day("casefile.fact.plan-from", plan.from())
                .day("casefile.fact.plan-until", plan.until());
    }

    @ShowsPersonalData
    private static String shown(@Nullable Sensitive<String> value) {
        return value == null ? "" : value.reveal();
    }
}
