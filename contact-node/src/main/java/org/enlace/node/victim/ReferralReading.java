package org.enlace.node.victim;

import static org.enlace.message.VictimReferral.ONWARD_MOVE;
import static org.enlace.message.VictimReferral.VOLUNTARY_RETURN;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.message.VictimReferral;
import org.enlace.message.VictimReferral.AlertPart;
import org.enlace.message.VictimReferral.BestInterests;
import org.enlace.message.VictimReferral.IdentityPart;
import org.enlace.message.VictimReferral.ProtectionPart;
import org.enlace.message.VictimReferral.Statement;
import org.enlace.message.VictimReferral.SupportPlan;
import org.enlace.message.VictimReferral.Travel;
import org.enlace.message.VictimReferral.VoluntaryReturn;
import org.enlace.node.drafts.Answers;
import org.enlace.person.Answer;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes a referral of what was typed. What was typed for another kind stays in the draft and does not go.
@Component
final class ReferralReading {
    private static final List<String> JOURNEYS = List.of(VOLUNTARY_RETURN, ONWARD_MOVE);

    private final VictimReading victims;

    ReferralReading(VictimReading victims) {
        this.victims = victims;
    }

    VictimReferral read(Answers answers) {
        var kind = answers.required("referralKind");
        var travels = JOURNEYS.contains(kind);
        var alert = new AlertPart(
                kind,
                answers.required("host"),
                answers.required("situation"),
                answers.all("servicesGiven"),
                VictimReading.needs(answers),
                VictimReading.language(answers),
                Stream.of(answers.date("followUpFirst"), answers.date("followUpSecond"))
                        .filter(Objects::nonNull)
                        .toList());
        var protection = new ProtectionPart(
                victims.person(answers),
                victims.consent(answers),
                victims.risk(answers),
                answers.withheld("subdivision"),
                answers.all("documentsHeld"),
                answers.all("documentsWithheld"),
                answers.text("legalProceedings"),
                answers.date("reflectionUntil"),
                answers.choice("consulateWanted", Answer.class, Answer.UNKNOWN),
                VictimReading.contactOverride(answers),
                answers.withheld("note"),
                null,
                plan(answers),
                travels ? answers.withheld("receptionBy") : null,
                kind.equals(VOLUNTARY_RETURN) ? voluntaryReturn(answers) : null);
        return new VictimReferral(alert, protection, identity(answers, travels));
    }

    private static @Nullable SupportPlan plan(Answers answers) {
        var types = answers.all("planTypes");
        var objectives = answers.withheld("planObjectives");
        var from = answers.date("planFrom");
        var until = answers.date("planUntil");
        return types.isEmpty() && objectives == null && from == null && until == null
                ? null
                : new SupportPlan(types, objectives, from, until);
    }

    private static VoluntaryReturn voluntaryReturn(Answers answers) {
        return new VoluntaryReturn(
                statement(answers),
                answers.choice("protectionClaimPending", Answer.class, Answer.UNKNOWN),
                answers.choice("hasDependants", Answer.class, Answer.UNKNOWN),
                bestInterests(answers));
    }

    private static @Nullable Statement statement(Answers answers) {
        var date = answers.date("returnStatementDate");
        return date == null
                ? null
                : new Statement(
                        date,
                        answers.required("returnStatementLanguage"),
                        answers.choice("returnStatementInterpreter", Answer.class, Answer.UNKNOWN));
    }

    private static @Nullable BestInterests bestInterests(Answers answers) {
        var date = answers.date("bestInterestsDate");
        return date == null
                ? null
                : new BestInterests(
                        date,
                        answers.required("bestInterestsAuthority"),
                        answers.choice("bestInterestsRisk", RiskLevel.class, RiskLevel.NOT_ASSESSED),
                        answers.choice("inBestInterests", Answer.class, Answer.UNKNOWN));
    }

    private static @Nullable IdentityPart identity(Answers answers, boolean travels) {
        var who = VictimReading.identity(answers);
        var address = answers.withheld("address");
        var travel = travels ? travel(answers) : null;
        return who == null && address == null && travel == null ? null : new IdentityPart(who, address, travel);
    }

    private static @Nullable Sensitive<Travel> travel(Answers answers) {
        var travel = new Travel(
                answers.text("travelMode"),
                answers.choice("travelEscort", Answer.class, Answer.UNKNOWN),
                answers.text("travelFrom"),
                answers.text("travelTo"),
                answers.date("travelEarliest"),
                answers.date("travelLatest"));
        return travel.equals(new Travel(null, Answer.UNKNOWN, null, null, null, null)) ? null : Sensitive.of(travel);
    }
}
