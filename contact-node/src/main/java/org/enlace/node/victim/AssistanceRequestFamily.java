package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.node.access.Action;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Family;
import org.springframework.stereotype.Component;

@Component
final class AssistanceRequestFamily implements Family {
    private static final List<Card> LEADING = List.of(VictimCards.consent(), VictimCards.risk());
    private static final List<Card> CARDS = List.of(VictimCards.needs(), VictimCards.person(), VictimCards.identity());

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
        return LEADING;
    }

    @Override
    public List<Card> cards() {
        return CARDS;
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

    @Override
    public ChildInvolved childIn(Message message) {
        return VictimReading.childIn(message);
    }

    @Override
    public Map<String, String> fields() {
        return VictimFields.of(Map.of("alert.needs", "needs"));
    }
}
