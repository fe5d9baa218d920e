package org.enlace.message;

/// What a recall and its attestation must say.
final class RecallRules {
    private RecallRules() {}

    static void check(Breaches breaches, Recall recall) {
        breaches.requiredCode("recall.reason", recall.reason(), "recall-reason");
        breaches.requiredText("recall.desk", recall.desk(), Breaches.PSEUDONYM_MAX);
    }

    static void check(Breaches breaches, RecallAttestation attestation) {
        breaches.requiredCode("attestation.outcome", attestation.outcome(), "recall-outcome");
        breaches.requiredText("attestation.desk", attestation.desk(), Breaches.PSEUDONYM_MAX);
        if (attestation.outcome().equals("KEPT")) {
            breaches.requiredText("attestation.order", attestation.order(), Breaches.SHORT_MAX);
        } else {
            breaches.text("attestation.order", attestation.order(), Breaches.SHORT_MAX);
        }
        breaches.text("attestation.note", attestation.note(), Breaches.TEXT_MAX);
    }
}
