package org.enlace.message;

/// What a recall, the withdrawal of a consent and their attestation must say.
final class RecallRules {
    private RecallRules() {}

    static void check(Breaches breaches, Recall recall) {
        breaches.requiredCode("recall.reason", recall.reason(), "recall-reason");
        breaches.requiredText("recall.desk", recall.desk(), Breaches.PSEUDONYM_MAX);
    }

    static void check(Breaches breaches, ConsentWithdrawal withdrawal) {
        if (withdrawal.purposes().isEmpty()) {
            breaches.add("withdrawal.purposes", BreachCode.REQUIRED);
        }
        breaches.codes("withdrawal.purposes", withdrawal.purposes(), "consent-purpose");
        if (withdrawal.on() == null) {
            breaches.add("withdrawal.on", BreachCode.REQUIRED);
        }
        breaches.requiredText("withdrawal.language", withdrawal.language(), Breaches.SHORT_MAX);
        AboutRules.language(breaches, "withdrawal.language", withdrawal.language());
        breaches.requiredText("withdrawal.desk", withdrawal.desk(), Breaches.PSEUDONYM_MAX);
    }

    static void check(Breaches breaches, RecallAttestation attestation) {
        breaches.requiredCode("attestation.outcome", attestation.outcome(), "recall-outcome");
        breaches.requiredText("attestation.desk", attestation.desk(), Breaches.PSEUDONYM_MAX);
        if (attestation.outcome().equals("KEPT")) {
            breaches.requiredText("attestation.order", attestation.order(), Breaches.SHORT_MAX);
        } else {
            breaches.text("attestation.order", attestation.order(), Breaches.SHORT_MAX);
        }
        if (attestation.outcome().equals("KEPT_BY_LAW") || attestation.outcome().equals("KEPT_FOR_LIFE")) {
            breaches.requiredText("attestation.note", attestation.note(), Breaches.TEXT_MAX);
        } else {
            breaches.text("attestation.note", attestation.note(), Breaches.TEXT_MAX);
        }
    }
}
