package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.message.VictimReferral;
import org.enlace.message.VictimReferral.ProtectionPart;
import org.enlace.message.VictimReferral.Travel;
import org.enlace.message.VictimReferral.VoluntaryReturn;
import org.enlace.node.drafts.Prefilled;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The form of a referral, filled with one that was sent.
final class ReferralForm {
    private ReferralForm() {}

    static Map<String, List<String>> of(VictimReferral referral, Prefilled form) {
        var alert = referral.alert();
        VictimForm.alert(alert, form);
        form.put("referralKind", alert.referralKind()).put("servicesGiven", alert.servicesGiven());
        if (!alert.followUpAt().isEmpty()) {
            form.put("followUpFirst", alert.followUpAt().getFirst());
        }
        if (alert.followUpAt().size() > 1) {
            form.put("followUpSecond", alert.followUpAt().get(1));
        }
        var protection = referral.protection();
        if (protection != null) {
            protection(protection, form);
        }
        var identity = referral.identity();
        if (identity != null) {
            VictimForm.identity(identity.identity(), form);
            form.put("address", identity.address());
            travel(identity.travel(), form);
        }
        return form.values();
    }

    private static void protection(ProtectionPart protection, Prefilled form) {
        VictimForm.person(protection.person(), form);
        VictimForm.consent(protection.consent(), form);
        VictimForm.risk(protection.risk(), form);
        VictimForm.contact(protection.contactOverride(), form);
        form.put("subdivision", protection.subdivision())
                .put("documentsHeld", protection.documentsHeld())
                .put("documentsWithheld", protection.documentsWithheld())
                .put("legalProceedings", protection.legalProceedings())
                .put("reflectionUntil", protection.reflectionPeriodUntil())
                .put("consulateWanted", protection.contactWithConsulateWanted().name())
                .put("note", protection.note())
                .put("receptionBy", protection.receptionBy());
        var plan = protection.supportPlan();
        if (plan != null) {
            form.put("planTypes", plan.types())
                    .put("planObjectives", plan.objectives())
                    .put("planFrom", plan.from())
                    .put("planUntil", plan.until());
        }
        var wanted = protection.voluntaryReturn();
        if (wanted != null) {
            voluntaryReturn(wanted, form);
        }
    }

    private static void voluntaryReturn(VoluntaryReturn wanted, Prefilled form) {
        form.put("protectionClaimPending", wanted.protectionClaimPending().name())
                .put("hasDependants", wanted.hasDependants().name());
        var statement = wanted.statement();
        if (statement != null) {
            form.put("returnStatementDate", statement.date())
                    .put("returnStatementLanguage", statement.language())
                    .put("returnStatementInterpreter", statement.interpreter().name());
        }
        var interests = wanted.bestInterests();
        if (interests != null) {
            form.put("bestInterestsDate", interests.date())
                    .put("bestInterestsAuthority", interests.authority())
                    .put("bestInterestsRisk", interests.risk().name())
                    .put("inBestInterests", interests.inBestInterests().name());
        }
    }

    /// It goes back into the form of an officer who may read it.
    @ShowsPersonalData
    private static void travel(@Nullable Sensitive<Travel> sealed, Prefilled form) {
        if (sealed != null) {
            var travel = sealed.reveal();
            form.put("travelMode", travel.mode())
                    .put("travelEscort", travel.escort().name())
                    .put("travelFrom", travel.from())
                    .put("travelTo", travel.to())
                    .put("travelEarliest", travel.earliest())
                    .put("travelLatest", travel.latest());
        }
    }
}
