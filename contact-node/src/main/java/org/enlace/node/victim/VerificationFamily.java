package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerification.AlertPart;
import org.enlace.message.IdentityVerification.IdentityPart;
import org.enlace.message.IdentityVerification.ProtectionPart;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class VerificationFamily implements VictimFamily {
    private static final List<Card> LEADING = List.of(
            VerificationCards.questions(), VerificationCards.contact(), VictimCards.consent(), VictimCards.risk());
    private static final List<Card> CARDS = List.of(VerificationCards.person(), VerificationCards.identity());
    private static final Map<String, String> FIELDS = VictimFields.of(Map.of(
            "alert", "verify",
            "alert.questions", "questions",
            "alert.neededFor", "neededFor",
            "protection.protectionClaimPending", "protectionClaimPending",
            "identity.known", "known"));

    private final VictimReading victims;

    VerificationFamily(VictimReading victims) {
        this.victims = victims;
    }

    @Override
    public MessageType type() {
        return MessageType.IDENTITY_VERIFICATION;
    }

    @Override
    public String title() {
        return "compose.title.verification";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public List<Card> cards() {
        return CARDS;
    }

    @Override
    public Message assemble(Answers answers) {
        var alert = new AlertPart(
                answers.all("questions"),
                answers.required("neededFor"),
                answers.required("host"),
                answers.required("situation"),
                VictimReading.language(answers));
        var protection = new ProtectionPart(
                victims.person(answers),
                victims.consent(answers),
                victims.risk(answers),
                answers.all("documentsHeld"),
                answers.all("documentsWithheld"),
                answers.choice("protectionClaimPending", Answer.class, Answer.UNKNOWN),
                answers.choice("consulateWanted", Answer.class, Answer.UNKNOWN),
                VictimReading.contactOverride(answers),
                answers.withheld("note"),
                null);
        return new IdentityVerification(alert, protection, identity(answers));
    }

    private static @Nullable IdentityPart identity(Answers answers) {
        var who = VictimReading.identity(answers);
        var known = answers.withheld("known");
        return who == null && known == null ? null : new IdentityPart(who, known);
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
