package org.enlace.message;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.jspecify.annotations.Nullable;

/// Whether the person agreed, or something else carries the message.
final class ConsentRules {
    private static final String PART = "protection.consent";

    private ConsentRules() {}

    /// @param alsoFor purposes that this kind of message needs beside help and sharing
    static void check(
            Breaches breaches,
            @Nullable ConsentRecord consent,
            About about,
            Collection<NodeId> recipients,
            Origins origins,
            Set<String> alsoFor,
            boolean child) {
        if (consent == null) {
            breaches.add(PART, BreachCode.CONSENT_MISSING);
            return;
        }
        if (about.consentRef() != null && !about.consentRef().equals(consent.ref())) {
            breaches.add("about.consentRef", BreachCode.CONSENT_REFERENCE_DIFFERS);
        }
        breaches.requiredText(PART + ".ref", consent.ref(), Breaches.SHORT_MAX);
        breaches.code(PART + ".whoConsented", consent.whoConsented(), "who-consented");
        AboutRules.language(breaches, PART + ".language", consent.language());
        for (String purpose : new TreeSet<>(consent.answers().keySet())) {
            breaches.code(PART + ".answers." + purpose, purpose, "consent-purpose");
        }
        for (int i = 0; i < consent.withheldFrom().size(); i++) {
            String field = PART + ".withheldFrom[" + i + "]";
            SealedTexts.check(
                    breaches, field + ".from", consent.withheldFrom().get(i).from(), Breaches.SHORT_MAX);
            breaches.requiredCode(
                    field + ".reason", consent.withheldFrom().get(i).reason(), "withheld-reason");
        }
        if (overridden(breaches, consent, child)) {
            return;
        }
        Set<String> purposes = purposes(recipients, origins);
        purposes.addAll(alsoFor);
        for (String purpose : purposes) {
            if (consent.answer(purpose) != ConsentAnswer.YES) {
                breaches.add(PART + ".answers." + purpose, BreachCode.CONSENT_NOT_GIVEN, purpose);
            }
        }
        if (consent.whoConsented() == null) {
            breaches.add(PART + ".whoConsented", BreachCode.REQUIRED);
        }
        if (consent.date() == null) {
            breaches.add(PART + ".date", BreachCode.REQUIRED);
        }
        if (consent.language() == null) {
            breaches.add(PART + ".language", BreachCode.REQUIRED);
        }
    }

    /// Whether another basis than consent is claimed; what is wrong with the claim is told by itself.
    private static boolean overridden(Breaches breaches, ConsentRecord consent, boolean child) {
        String basis = consent.legalBasis();
        boolean basisGiven = basis != null && !basis.isBlank();
        boolean reasonGiven =
                consent.overrideReason() != null && !consent.overrideReason().isBlank();
        breaches.text(PART + ".overrideReason", consent.overrideReason(), Breaches.TEXT_MAX);
        if (basisGiven) {
            breaches.code(PART + ".legalBasis", basis, "consent-legal-basis");
        }
        if (basisGiven && !reasonGiven) {
            breaches.add(PART + ".overrideReason", BreachCode.OVERRIDE_NEEDS_REASON);
        }
        if (reasonGiven && !basisGiven) {
            breaches.add(PART + ".legalBasis", BreachCode.OVERRIDE_NEEDS_LEGAL_BASIS);
        }
        if ("BEST_INTERESTS_OF_CHILD".equals(basis) && !child) {
            breaches.add(PART + ".legalBasis", BreachCode.OVERRIDE_ONLY_FOR_CHILD);
        }
        return basisGiven || reasonGiven;
    }

    private static Set<String> purposes(Collection<NodeId> recipients, Origins origins) {
        Set<String> purposes = new TreeSet<>(Set.of("ASSISTANCE"));
        for (NodeId recipient : recipients) {
            purposes.add(origins.contains(recipient) ? "SHARE_CONSULATE" : "SHARE_AUTHORITY");
        }
        return purposes;
    }
}
