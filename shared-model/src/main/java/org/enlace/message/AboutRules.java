package org.enlace.message;

import java.time.Instant;
import java.util.Set;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What every addressed desk reads.
final class AboutRules {
    static final int SUBJECT_MAX = 120;

    private static final Set<MessageType> EVALUATED = Set.of(
            MessageType.CASE_ALERT,
            MessageType.ROUTE_REPORT,
            MessageType.MODUS_OPERANDI_REPORT,
            MessageType.CORROBORATION);
    private static final Set<MessageType> ABOUT_VICTIMS = Set.of(
            MessageType.VICTIM_ASSISTANCE_REQUEST,
            MessageType.VICTIM_REFERRAL,
            MessageType.IDENTITY_VERIFICATION,
            MessageType.IDENTITY_VERIFICATION_ANSWER);

    private AboutRules() {}

    static void check(Breaches breaches, About about, Message message, Instant at) {
        if (about.messageType() != message.type()) {
            breaches.add("about.messageType", BreachCode.TYPE_MISMATCH, message.type());
        }
        subject(breaches, about.subject());
        urgency(breaches, about, message);
        handling(breaches, about);
        child(breaches, about, message, at);
        corrected(breaches, about);

        breaches.requiredText("about.senderOfficer", about.senderOfficer(), Breaches.PSEUDONYM_MAX);
        breaches.requiredCode("about.senderRole", about.senderRole(), "role");
        breaches.code("about.addressedRole", about.addressedRole(), "role");
        breaches.text("about.nationalRef", about.nationalRef(), Breaches.SHORT_MAX);
        breaches.text("about.consentRef", about.consentRef(), Breaches.SHORT_MAX);
        breaches.codes("about.legalBasis", about.legalBasis(), "legal-basis");
        breaches.codes("about.purpose", about.purpose(), "purpose");
        language(breaches, "about.language", about.language());
        Instant deadline = about.deadline();
        if (deadline != null && !deadline.isAfter(at)) {
            breaches.add("about.deadline", BreachCode.DEADLINE_PASSED);
        }
        About.Retention retention = about.retention();
        if (retention != null) {
            breaches.code("about.retention.category", retention.category(), "retention");
        }
        for (int i = 0; i < about.countryRoles().size(); i++) {
            breaches.country(
                    "about.countryRoles[" + i + "].country",
                    about.countryRoles().get(i).country());
        }
    }

    /// A new version of a message says why it is there.
    private static void corrected(Breaches breaches, About about) {
        if (about.supersedes() != null && !about.messageType().isCorrected()) {
            breaches.add("about.supersedes", BreachCode.KIND_NOT_CORRECTED);
        }
        if (about.supersedes() != null) {
            breaches.requiredCode("about.correctionReason", about.correctionReason(), "correction-reason");
        } else {
            breaches.code("about.correctionReason", about.correctionReason(), "correction-reason");
        }
    }

    /// Any ISO 639-3 code is right; our list only names the frequent ones.
    static void language(Breaches breaches, String field, @Nullable String language) {
        if (language != null && !language.matches("[a-z]{3}")) {
            breaches.add(field, BreachCode.NOT_IN_LIST, "iso-639-3");
        }
    }

    private static void subject(Breaches breaches, String subject) {
        breaches.requiredText("about.subject", subject, SUBJECT_MAX);
        if (PlainText.looksLikeName(subject)) {
            breaches.add("about.subject", BreachCode.LOOKS_LIKE_NAME);
        }
        if (PlainText.looksLikeNumber(subject)) {
            breaches.add("about.subject", BreachCode.LOOKS_LIKE_NUMBER);
        }
    }

    private static void urgency(Breaches breaches, About about, Message message) {
        // What answers a message, or speaks of it, is as urgent as that, which has said why.
        boolean said = message instanceof Reply || message instanceof Corroboration || message instanceof Proposal;
        if (about.urgency().atLeast(Urgency.URGENT) && !said) {
            breaches.requiredText("about.urgencyReason", about.urgencyReason(), Breaches.TEXT_MAX);
        } else {
            breaches.text("about.urgencyReason", about.urgencyReason(), Breaches.TEXT_MAX);
        }
    }

    private static void handling(Breaches breaches, About about) {
        String h3Text = about.handling().h3Text();
        if (about.handling().code() == HandlingCode.H3 && (h3Text == null || h3Text.isBlank())) {
            breaches.add("about.handling.h3Text", BreachCode.H3_NEEDS_TEXT);
        }
        breaches.text("about.handling.h3Text", h3Text, Breaches.TEXT_MAX);
        if (EVALUATED.contains(about.messageType()) && about.handling().evaluation() == null) {
            breaches.add("about.handling.evaluation", BreachCode.EVALUATION_REQUIRED);
        }
        if (ABOUT_VICTIMS.contains(about.messageType()) && !about.handling().has(Caveat.VICTIM_PROTECTION_ONLY)) {
            breaches.add("about.handling.caveats", BreachCode.VICTIM_PROTECTION_ONLY_MISSING);
        }
    }

    private static void child(Breaches breaches, About about, Message message, Instant at) {
        boolean inside = Children.in(message, at);
        boolean declared = about.childInvolved() != ChildInvolved.NO;
        if (inside && !declared) {
            breaches.add("about.childInvolved", BreachCode.CHILD_NOT_DECLARED);
        }
        Urgency raised = Deadlines.raisedForChild(about.urgency(), inside || declared);
        if (raised != about.urgency()) {
            breaches.add("about.urgency", BreachCode.CHILD_RAISES_URGENCY, raised);
        }
    }
}
