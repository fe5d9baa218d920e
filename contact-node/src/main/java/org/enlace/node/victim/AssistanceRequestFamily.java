package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Prefilled;
import org.springframework.stereotype.Component;

@Component
final class AssistanceRequestFamily implements VictimFamily {
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
    public Message assemble(Answers answers) {
        return reading.read(answers);
    }

    @Override
    public Optional<Map<String, List<String>>> typed(Message message, Prefilled form) {
        return message instanceof VictimAssistanceRequest request
                ? Optional.of(AssistanceForm.of(request, form))
                : Optional.empty();
    }

    @Override
    public Map<String, String> fields() {
        return VictimFields.of(Map.of("alert.needs", "needs"));
    }
}
