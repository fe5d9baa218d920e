package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.VictimReferral;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Prefilled;
import org.springframework.stereotype.Component;

@Component
final class ReferralFamily implements VictimFamily {
    private static final List<Card> LEADING = List.of(ReferralCards.kind(), VictimCards.consent(), VictimCards.risk());
    private static final List<Card> CARDS = List.of(
            VictimCards.needs(),
            VictimCards.person(),
            ReferralCards.voluntaryReturn(),
            ReferralCards.journey(),
            ReferralCards.plan(),
            VictimCards.identity());
    private static final Map<String, String> FIELDS = VictimFields.of(Map.ofEntries(
            Map.entry("alert.referralKind", "referralKind"),
            Map.entry("alert.servicesGiven", "servicesGiven"),
            Map.entry("alert.servicesRequested", "needs"),
            Map.entry("alert.followUpAt", "followUpFirst"),
            Map.entry("protection.receptionBy", "receptionBy"),
            Map.entry("protection.supportPlan", "plan"),
            Map.entry("protection.supportPlan.types", "planTypes"),
            Map.entry("protection.supportPlan.objectives", "planObjectives"),
            Map.entry("protection.supportPlan.until", "planUntil"),
            Map.entry("protection.voluntaryReturn", "return"),
            Map.entry("protection.voluntaryReturn.statement", "returnStatementDate"),
            Map.entry("protection.voluntaryReturn.statement.language", "returnStatementLanguage"),
            Map.entry("protection.voluntaryReturn.statement.interpreter", "returnStatementInterpreter"),
            Map.entry("protection.voluntaryReturn.protectionClaimPending", "protectionClaimPending"),
            Map.entry("protection.voluntaryReturn.hasDependants", "hasDependants"),
            Map.entry("protection.voluntaryReturn.bestInterests", "bestInterestsDate"),
            Map.entry("protection.voluntaryReturn.bestInterests.authority", "bestInterestsAuthority"),
            Map.entry("protection.voluntaryReturn.bestInterests.risk", "bestInterestsRisk"),
            Map.entry("protection.voluntaryReturn.bestInterests.inBestInterests", "inBestInterests"),
            Map.entry("identity.travel", "journey"),
            Map.entry("identity.travel.from", "travelFrom"),
            Map.entry("identity.travel.to", "travelTo"),
            Map.entry("identity.travel.latest", "travelLatest")));

    private final ReferralReading reading;

    ReferralFamily(ReferralReading reading) {
        this.reading = reading;
    }

    @Override
    public MessageType type() {
        return MessageType.VICTIM_REFERRAL;
    }

    @Override
    public String title() {
        return "compose.title.referral";
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
        return reading.read(answers);
    }

    @Override
    public Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return message instanceof VictimReferral referral
                ? Optional.of(ReferralForm.of(referral, form))
                : Optional.empty();
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
