package org.enlace.message;

import org.enlace.person.RiskBlock;
import org.enlace.person.RiskBlock.Assessment;
import org.enlace.person.RiskLevel;
import org.jspecify.annotations.Nullable;

/// Whether somebody thought of every risk. That one was not assessed may be said, and is pointed out.
final class RiskRules {
    private static final String PART = "protection.risk";

    private RiskRules() {}

    static void check(Breaches breaches, @Nullable RiskBlock risk) {
        if (risk == null) {
            breaches.add(PART, BreachCode.RISK_BLOCK_MISSING);
            return;
        }
        assessment(breaches, "immediateDanger", risk.immediateDanger());
        assessment(breaches, "retaliationRisk", risk.retaliationRisk());
        assessment(breaches, "testimonyRisk", risk.testimonyRisk());
        assessment(breaches, "returnRisk", risk.returnRisk());
        breaches.codes(PART + ".fromWhom", risk.fromWhom(), "from-whom");
        if (risk.fromWhom().isEmpty() && inDanger(risk)) {
            breaches.add(PART + ".fromWhom", BreachCode.RISK_INCOMPLETE);
        }
        SealedTexts.code(breaches, PART + ".safeContactMethod", risk.safeContactMethod(), "contact-method");
        SealedTexts.check(breaches, PART + ".unsafeHours", risk.unsafeHours(), Breaches.SHORT_MAX);
    }

    private static void assessment(Breaches breaches, String name, @Nullable Assessment assessment) {
        String field = PART + "." + name;
        if (assessment == null) {
            breaches.add(field, BreachCode.RISK_INCOMPLETE);
            return;
        }
        if (assessment.level() == RiskLevel.NOT_ASSESSED) {
            breaches.add(field + ".level", BreachCode.RISK_NOT_ASSESSED);
        }
        breaches.requiredCode(field + ".assessorRole", assessment.assessorRole(), "role");
    }

    private static boolean inDanger(RiskBlock risk) {
        return isDanger(risk.immediateDanger()) || isDanger(risk.retaliationRisk());
    }

    private static boolean isDanger(@Nullable Assessment assessment) {
        return assessment != null && (assessment.level() == RiskLevel.MEDIUM || assessment.level() == RiskLevel.HIGH);
    }
}
