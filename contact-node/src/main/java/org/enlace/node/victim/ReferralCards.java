package org.enlace.node.victim;

import static org.enlace.message.VictimReferral.ONWARD_MOVE;
import static org.enlace.message.VictimReferral.VOLUNTARY_RETURN;
import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.DATE;
import static org.enlace.node.drafts.Question.Kind.LANGUAGE;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Question;

/// The questions of a referral beside those about the person. Its kind comes first: what else is asked follows from it.
final class ReferralCards {
    private static final String KIND = "referralKind";

    private ReferralCards() {}

    static Card kind() {
        return Card.of(
                "referral",
                "compose.referral",
                Question.of(KIND, RADIOS, "compose.referral.kind", "referral-kind")
                        .hint("compose.referral.kind.hint"),
                Question.of("servicesGiven", CHECKS, "compose.referral.given", "service"));
    }

    /// What no return is sent without.
    static Card voluntaryReturn() {
        return Card.of(
                        "return",
                        "compose.return",
                        Question.of("returnStatementDate", DATE, "compose.return.statement-date")
                                .hint("compose.return.statement-date.hint"),
                        Question.of("returnStatementLanguage", LANGUAGE, "compose.return.statement-language"),
                        Question.of("returnStatementInterpreter", RADIOS, "compose.return.interpreter", "answer"),
                        Question.of("protectionClaimPending", RADIOS, "compose.return.claim", "answer")
                                .hint("compose.return.claim.hint"),
                        Question.of("hasDependants", RADIOS, "compose.return.dependants", "answer")
                                .hint("compose.return.dependants.hint"),
                        Question.of("bestInterestsDate", DATE, "compose.return.child-date")
                                .hint("compose.return.child-date.hint"),
                        Question.of("bestInterestsAuthority", TEXT, "compose.return.child-authority"),
                        Question.of("bestInterestsRisk", RADIOS, "compose.return.child-risk", "risk-level"),
                        Question.of("inBestInterests", RADIOS, "compose.return.child-answer", "answer"))
                .when(KIND, VOLUNTARY_RETURN);
    }

    static Card journey() {
        return Card.of(
                        "journey",
                        "compose.journey",
                        Question.of("receptionBy", TEXT, "compose.journey.reception")
                                .hint("compose.journey.reception.hint")
                                .withholding(),
                        Question.of("travelMode", SELECT, "compose.journey.mode", "transport-mode")
                                .withholding(),
                        Question.of("travelEscort", RADIOS, "compose.journey.escort", "answer")
                                .withholding(),
                        Question.of("travelFrom", TEXT, "compose.journey.from")
                                .hint("compose.place.locode.hint")
                                .withholding(),
                        Question.of("travelTo", TEXT, "compose.journey.to")
                                .hint("compose.place.locode.hint")
                                .withholding(),
                        Question.of("travelEarliest", DATE, "compose.journey.earliest")
                                .withholding(),
                        Question.of("travelLatest", DATE, "compose.journey.latest")
                                .withholding())
                .when(KIND, VOLUNTARY_RETURN, ONWARD_MOVE);
    }

    static Card plan() {
        return Card.of(
                "plan",
                "compose.plan",
                Question.of("planTypes", CHECKS, "compose.plan.types", "service"),
                Question.of("planObjectives", AREA, "compose.plan.objectives").withholding(),
                Question.of("planFrom", DATE, "compose.plan.from"),
                Question.of("planUntil", DATE, "compose.plan.until"),
                Question.of("followUpFirst", DATE, "compose.plan.follow-up-first")
                        .hint("compose.plan.follow-up.hint"),
                Question.of("followUpSecond", DATE, "compose.plan.follow-up-second"));
    }
}
