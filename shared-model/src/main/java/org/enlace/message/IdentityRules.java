package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.IdentityVerification.AlertPart;
import org.enlace.message.IdentityVerification.IdentityPart;
import org.enlace.message.IdentityVerification.ProtectionPart;
import org.enlace.message.IdentityVerificationAnswer.AnswerPart;
import org.enlace.message.IdentityVerificationAnswer.TravelDocument;
import org.enlace.person.Answer;
import org.enlace.person.Identity;
import org.jspecify.annotations.Nullable;

/// What the question whose national a person is must say beside what every message about a victim says, and its answer.
final class IdentityRules {
    /// Who has fled from a state is not made known to it, neither while the claim is open nor afterwards.
    private static final List<String> FLED = List.of("ASYLUM_SEEKER", "REFUGEE", "COMPLEMENTARY_PROTECTION");

    private IdentityRules() {}

    static void check(
            Breaches breaches,
            IdentityVerification message,
            About about,
            Collection<NodeId> recipients,
            Origins origins) {
        AlertPart alert = message.alert();
        if (alert.questions().isEmpty()) {
            breaches.add("alert.questions", BreachCode.REQUIRED);
        }
        breaches.codes("alert.questions", alert.questions(), "identity-question");
        breaches.requiredText("alert.neededFor", alert.neededFor(), Breaches.TEXT_MAX);
        if (about.urgency() == Urgency.ROUTINE) {
            breaches.add("about.urgency", BreachCode.ROUTINE_OWES_NO_ANSWER);
        }
        IdentityPart identity = message.identity();
        if (identity == null || !tells(identity.identity())) {
            breaches.add("identity", BreachCode.REQUIRED);
        }
        if (identity != null) {
            SealedTexts.check(breaches, "identity.known", identity.known(), Breaches.TEXT_MAX);
        }
        ProtectionPart protection = message.protection();
        if (protection != null && recipients.stream().anyMatch(origins::contains)) {
            contact(breaches, protection);
        }
    }

    /// Whether the person has said no to contact with the consulate, which no other basis outweighs here.
    static boolean isContactRefused(VictimMessage message) {
        return message instanceof IdentityVerification verification
                && verification.protection() != null
                && verification.protection().contactWithConsulateWanted() == Answer.NO;
    }

    private static void contact(Breaches breaches, ProtectionPart protection) {
        if (protection.contactWithConsulateWanted() == Answer.NO) {
            breaches.add("protection.contactWithConsulateWanted", BreachCode.CONTACT_REFUSED);
        }
        boolean fled = FLED.stream()
                .anyMatch(status -> SealedTexts.isCode(protection.person().protectionStatus(), status));
        if (fled || protection.protectionClaimPending() != Answer.NO) {
            breaches.add("protection.protectionClaimPending", BreachCode.CONTACT_ENDANGERS_CLAIM);
        }
    }

    /// Something by which a person can be looked up.
    private static boolean tells(@Nullable Identity identity) {
        return identity != null
                && (!SealedTexts.isBlank(identity.familyName())
                        || !SealedTexts.isBlank(identity.givenNames())
                        || !identity.documents().isEmpty());
    }

    static void check(Breaches breaches, IdentityVerificationAnswer message, About about, Instant at) {
        if (about.inReplyTo() == null) {
            breaches.add("about.inReplyTo", BreachCode.REQUIRED);
        }
        AnswerPart answer = message.answer();
        breaches.requiredCode("answer.result", answer.result(), "identity-answer");
        breaches.text("answer.needed", answer.needed(), Breaches.TEXT_MAX);
        breaches.code("answer.ground", answer.ground(), "refusal-ground");
        breaches.text("answer.competent", answer.competent(), Breaches.SHORT_MAX);
        IdentityAnswer.of(answer.result()).ifPresent(result -> fits(breaches, result, answer));
        TravelDocument document = answer.travelDocument();
        if (document != null) {
            document(breaches, document, at.atZone(ZoneOffset.UTC).toLocalDate());
        }
    }

    /// What belongs to this answer is there, and what contradicts it is not.
    private static void fits(Breaches breaches, IdentityAnswer result, AnswerPart answer) {
        boolean open = result == IdentityAnswer.NOT_ESTABLISHED;
        boolean refused = result == IdentityAnswer.REFUSED;
        if (open) {
            required(breaches, "answer.needed", answer.needed());
        }
        if (refused) {
            required(breaches, "answer.ground", answer.ground());
            if ("NOT_COMPETENT".equals(answer.ground())) {
                required(breaches, "answer.competent", answer.competent());
            }
        }
        Map<String, Boolean> out = new TreeMap<>();
        out.put("answer.needed", !open && answer.needed() != null);
        out.put("answer.ground", !refused && answer.ground() != null);
        out.put("answer.competent", !refused && answer.competent() != null);
        out.put("answer.travelDocument", !result.isPositive() && answer.travelDocument() != null);
        contradictions(breaches, out, result.name());
    }

    private static void document(Breaches breaches, TravelDocument document, LocalDate today) {
        String field = "answer.travelDocument";
        breaches.requiredCode(field + ".state", document.state(), "travel-document");
        breaches.code(field + ".kind", document.kind(), "document");
        breaches.text(field + ".why", document.why(), Breaches.TEXT_MAX);
        Map<String, Boolean> out = new TreeMap<>();
        boolean issued = document.state().equals(TravelDocument.ISSUED);
        boolean awaited = document.state().equals(TravelDocument.WILL_BE_ISSUED);
        boolean denied = document.state().equals(TravelDocument.NOT_ISSUED);
        if (!issued && !awaited && !denied) {
            return;
        }
        if (issued) {
            required(breaches, field + ".kind", document.kind());
            ahead(breaches, field + ".validUntil", document.validUntil(), today);
        }
        if (awaited) {
            ahead(breaches, field + ".by", document.by(), today);
        }
        if (denied) {
            required(breaches, field + ".why", document.why());
        }
        out.put(field + ".kind", denied && document.kind() != null);
        out.put(field + ".validUntil", !issued && document.validUntil() != null);
        out.put(field + ".by", !awaited && document.by() != null);
        out.put(field + ".why", !denied && document.why() != null);
        contradictions(breaches, out, document.state());
    }

    private static void required(Breaches breaches, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            breaches.add(field, BreachCode.REQUIRED);
        }
    }

    private static void ahead(Breaches breaches, String field, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            breaches.add(field, BreachCode.REQUIRED);
        } else if (day.isBefore(today)) {
            breaches.add(field, BreachCode.DEADLINE_PASSED);
        }
    }

    private static void contradictions(Breaches breaches, Map<String, Boolean> out, String said) {
        out.forEach((field, contradicts) -> {
            if (contradicts) {
                breaches.add(field, BreachCode.NOT_WITH_THIS_ANSWER, said);
            }
        });
    }
}
