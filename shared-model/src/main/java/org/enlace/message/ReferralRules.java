package org.enlace.message;

import static org.enlace.message.VictimReferral.CONTINUED_CARE;
import static org.enlace.message.VictimReferral.FAMILY_TRACING;
import static org.enlace.message.VictimReferral.TESTIMONY_SUPPORT;
import static org.enlace.message.VictimReferral.VOLUNTARY_RETURN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.handling.Caveat;
import org.enlace.message.VictimReferral.AlertPart;
import org.enlace.message.VictimReferral.IdentityPart;
import org.enlace.message.VictimReferral.ProtectionPart;
import org.enlace.message.VictimReferral.SupportPlan;
import org.enlace.message.VictimReferral.Travel;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskBlock.Assessment;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// What a referral must say beside what every message about a victim says; each kind has conditions of its own.
public final class ReferralRules {
    private static final int LIST_MAX = 50;
    private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    private ReferralRules() {}

    static void check(Breaches breaches, VictimReferral referral, About about, boolean child, Instant at) {
        AlertPart alert = referral.alert();
        breaches.requiredCode("alert.referralKind", alert.referralKind(), "referral-kind");
        breaches.codes("alert.servicesGiven", alert.servicesGiven(), "service");
        breaches.atMost("alert.followUpAt", alert.followUpAt(), LIST_MAX);
        if (alert.referralKind().equals(CONTINUED_CARE) && alert.needs().isEmpty()) {
            breaches.add("alert.servicesRequested", BreachCode.REQUIRED);
        }
        ProtectionPart protection = referral.protection();
        if (protection != null) {
            SealedTexts.check(breaches, "protection.receptionBy", protection.receptionBy(), Breaches.SHORT_MAX);
            plan(breaches, protection.supportPlan());
            ReturnRules.form(breaches, protection.voluntaryReturn());
        }
        IdentityPart identity = referral.identity();
        if (identity != null && identity.travel() != null) {
            travel(breaches, identity.travel());
        }
        conditions(breaches, referral, about, child, at);
    }

    /// What stands against taking on a referral that another member sent: its conditions hold on both sides.
    public static List<Breach> against(VictimReferral referral, About about, Instant at) {
        Breaches breaches = Breaches.receiving();
        conditions(breaches, referral, about, Children.in(referral, at), at);
        return breaches.found().stream().filter(Breach::blocks).toList();
    }

    /// Whether the person is, or may be, under 18, as the content has it.
    public static boolean isOfChild(VictimReferral referral, Instant at) {
        return Children.in(referral, at);
    }

    /// The purposes that the person must have agreed to beside being helped.
    static Set<String> purposes(String kind) {
        return switch (kind) {
            case FAMILY_TRACING -> Set.of("FAMILY_CONTACT");
            case TESTIMONY_SUPPORT -> Set.of("COURT_USE");
            default -> Set.of();
        };
    }

    private static void conditions(Breaches breaches, VictimReferral referral, About about, boolean child, Instant at) {
        ProtectionPart protection = referral.protection();
        switch (referral.alert().referralKind()) {
            case VOLUNTARY_RETURN -> {
                LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
                ReturnRules.check(breaches, protection, referral.alert().language(), about, child, today);
            }
            case FAMILY_TRACING -> family(breaches, about, protection == null ? null : protection.risk());
            case TESTIMONY_SUPPORT -> testimony(breaches, protection == null ? null : protection.risk());
            default -> {
                // What every referral needs is enough.
            }
        }
    }

    private static void family(Breaches breaches, About about, @Nullable RiskBlock risk) {
        if (about.handling().has(Caveat.NO_FAMILY_CONTACT)) {
            breaches.add("alert.referralKind", BreachCode.FAMILY_CONTACT_REFUSED);
        }
        if (risk != null && risk.fromWhom().contains("FAMILY")) {
            breaches.add("protection.risk.fromWhom", BreachCode.FAMILY_MAY_HARM);
        }
    }

    private static void testimony(Breaches breaches, @Nullable RiskBlock risk) {
        if (isNotAssessed(risk == null ? null : risk.testimonyRisk())) {
            breaches.add("protection.risk.testimonyRisk", BreachCode.TESTIMONY_RISK_NOT_ASSESSED);
        }
    }

    static boolean isNotAssessed(@Nullable Assessment assessment) {
        return assessment == null || assessment.level() == RiskLevel.NOT_ASSESSED;
    }

    private static void plan(Breaches breaches, @Nullable SupportPlan plan) {
        if (plan == null) {
            return;
        }
        breaches.codes("protection.supportPlan.types", plan.types(), "service");
        SealedTexts.check(breaches, "protection.supportPlan.objectives", plan.objectives(), Breaches.TEXT_MAX);
        window(breaches, "protection.supportPlan.until", plan.from(), plan.until());
    }

    @ShowsPersonalData
    private static void travel(Breaches breaches, Sensitive<Travel> sealed) {
        Travel travel = sealed.reveal();
        breaches.code("identity.travel.mode", travel.mode(), "transport-mode");
        locode(breaches, "identity.travel.from", travel.from());
        locode(breaches, "identity.travel.to", travel.to());
        window(breaches, "identity.travel.latest", travel.earliest(), travel.latest());
    }

    private static void locode(Breaches breaches, String field, @Nullable String locode) {
        if (locode != null && !LOCODE.matcher(locode).matches()) {
            breaches.add(field, BreachCode.NOT_IN_LIST, "un-locode");
        }
    }

    private static void window(Breaches breaches, String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            breaches.add(field, BreachCode.ENDS_BEFORE_IT_BEGINS);
        }
    }
}
