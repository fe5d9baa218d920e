package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.enlace.person.Majority;
import org.springframework.stereotype.Component;

@Component
final class AssistanceRequestFamily implements Family {
    private final AssistanceReading reading;

    AssistanceRequestFamily(AssistanceReading reading) {
        this.reading = reading;
    }

    @Override
    public MessageType type() {
        return MessageType.VICTIM_ASSISTANCE_REQUEST;
    }

    @Override
    public Action writing() {
        return Action.WRITE_ASSISTANCE;
    }

    @Override
    public String title() {
        return "compose.title.assistance";
    }

    @Override
    public List<Card> leading() {
        return AssistanceCards.LEADING;
    }

    @Override
    public List<Card> cards() {
        return AssistanceCards.CARDS;
    }

    @Override
    public List<Compartment> guarded() {
        return List.of(Compartment.PROTECTION, Compartment.IDENTITY);
    }

    @Override
    public Handling usualHandling() {
        return Handling.DEFAULT_VICTIM;
    }

    @Override
    public Message assemble(Answers answers) {
        return reading.read(answers);
    }

    /// A person whose age is in doubt is treated as a child. (Council of Europe Convention Art. 10(3).)
    @Override
    public ChildInvolved childIn(Message message) {
        if (!(message instanceof VictimAssistanceRequest request) || request.protection() == null) {
            return ChildInvolved.NO;
        }
        return switch (request.protection().person().majority()) {
            case MINOR -> ChildInvolved.YES;
            case DISPUTED -> ChildInvolved.SUSPECTED;
            case ADULT -> ChildInvolved.NO;
        };
    }

    @Override
    public Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("protection.consent.whoConsented", "whoConsented"),
                Map.entry("protection.consent.date", "consentDate"),
                Map.entry("protection.consent.language", "consentLanguage"),
                Map.entry("protection.consent.legalBasis", "consentBasis"),
                Map.entry("protection.consent.overrideReason", "consentOverride"),
                Map.entry("protection.consent.answers.ASSISTANCE", "consent.ASSISTANCE"),
                Map.entry("protection.consent.answers.SHARE_AUTHORITY", "consent.SHARE_AUTHORITY"),
                Map.entry("protection.consent.answers.SHARE_CONSULATE", "consent.SHARE_CONSULATE"),
                Map.entry("protection.consent", "consent"),
                Map.entry("protection.risk.fromWhom", "fromWhom"),
                Map.entry("protection.risk.safeContactMethod", "safeContact"),
                Map.entry("protection.risk.unsafeHours", "unsafeHours"),
                Map.entry("protection.risk.immediateDanger", "immediateDanger"),
                Map.entry("protection.risk.retaliationRisk", "retaliationRisk"),
                Map.entry("protection.risk.testimonyRisk", "testimonyRisk"),
                Map.entry("protection.risk.returnRisk", "returnRisk"),
                Map.entry("protection.risk", "risk"),
                Map.entry("protection.contactWithConsulateWanted", "consulateWanted"),
                Map.entry("protection.contactOverride.legalBasis", "consulateBasis"),
                Map.entry("protection.contactOverride", "consulateReason"),
                Map.entry("protection.person.ageBand", "ageBand"),
                Map.entry("protection.person.traffickingStatus", "traffickingStatus"),
                Map.entry("protection.person.decidedBy", "decidedBy"),
                Map.entry("protection.person.citizenship", "citizenship"),
                Map.entry("protection.documentsHeld", "documentsHeld"),
                Map.entry("protection.documentsWithheld", "documentsWithheld"),
                Map.entry("protection.legalProceedings", "legalProceedings"),
                Map.entry("protection.subdivision", "subdivision"),
                Map.entry("protection.person.guardian", "guardian"),
                Map.entry("protection.person", "person"),
                Map.entry("protection.note", "note"),
                Map.entry("protection", "person"),
                Map.entry("alert.host", "host"),
                Map.entry("alert.situation", "situation"),
                Map.entry("alert.needs", "needs"),
                Map.entry("alert.language", "personLanguage"),
                Map.entry("alert", "needs"),
                Map.entry("identity.address", "address"),
                Map.entry("identity.identity.familyName", "family"),
                Map.entry("identity.identity.givenNames", "given"),
                Map.entry("identity", "identity"));
    }

    /// Without an answer the age is in doubt.
    static Majority unanswered() {
        return Majority.DISPUTED;
    }
}
