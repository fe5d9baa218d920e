package org.enlace.node.permission;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.FIELD;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.Breach;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.drafts.Answers;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.FieldOfMessage;
import org.enlace.node.drafts.Question;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class PermissionRequestFamily implements PermissionFamily {
    private static final List<Card> LEADING = List.of(Card.of(
                    "permission",
                    "compose.permission",
                    Question.of("use", RADIOS, "compose.permission.use", "permission-use"),
                    Question.of("court", TEXT, "compose.permission.court").hint("compose.permission.court.hint"),
                    Question.of("holder", TEXT, "compose.permission.holder").hint("compose.permission.holder.hint"),
                    Question.of("neededFor", AREA, "compose.permission.needed-for")
                            .hint("compose.alert.what.hint"))
            .with(new Card.Group(
                    "item",
                    "compose.permission.item",
                    "compose.permission.add-item",
                    List.of(
                            Question.of("part", SELECT, "compose.permission.part", "use-part"),
                            Question.of("field", FIELD, "compose.permission.field")
                                    .hint("compose.permission.field.hint")))));
    private static final Map<String, String> FIELDS = Map.of(
            "request", "permission",
            "request.use", "use",
            "request.court", "court",
            "request.holder", "holder",
            "request.neededFor", "neededFor",
            "request.items", "item");

    private final PermissionChecks checks;

    PermissionRequestFamily(PermissionChecks checks) {
        this.checks = checks;
    }

    @Override
    public MessageType type() {
        return MessageType.USE_PERMISSION_REQUEST;
    }

    @Override
    public String title() {
        return "compose.title.permission";
    }

    @Override
    public List<Card> leading() {
        return LEADING;
    }

    @Override
    public boolean saysWhyUrgent() {
        return true;
    }

    @Override
    public Map<String, List<String>> begun(OpenedMessage replied, @Nullable String holder) {
        var begun = new HashMap<String, List<String>>();
        begun.put("item.0.part", List.of(Item.WHOLE));
        if (holder != null && !holder.isBlank()) {
            begun.put("use", List.of(UsePermissionRequest.PASS_ON));
            begun.put("holder", List.of(holder.strip()));
        }
        return begun;
    }

    @Override
    public List<Breach> against(Wanted wanted, @Nullable MessageEntry replied) {
        return checks.asking(wanted, replied);
    }

    @Override
    public Message assemble(Answers answers) {
        return new UsePermissionRequest(new AskPart(
                answers.required("use"),
                answers.each("item").stream().map(PermissionRequestFamily::item).toList(),
                answers.text("court"),
                answers.text("holder"),
                answers.required("neededFor")));
    }

    /// A field says of which part it is.
    private static Item item(Answers item) {
        var field = item.text("field");
        return Optional.ofNullable(field)
                .flatMap(FieldOfMessage::read)
                .map(chosen -> new Item(chosen.part(), chosen.pointer()))
                .orElseGet(() -> new Item(item.required("part"), field));
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }
}
