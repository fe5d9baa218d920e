package org.enlace.node.drafts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.MessageType;
import org.springframework.stereotype.Component;

/// The kinds of message that officers of this node can write.
@Component
final class Families {
    private final Map<MessageType, Family> byType = new EnumMap<>(MessageType.class);

    Families(List<Family> families) {
        families.forEach(family -> byType.put(family.type(), family));
    }

    Optional<Family> find(MessageType type) {
        return Optional.ofNullable(byType.get(type));
    }

    Family of(MessageType type) {
        return find(type).orElseThrow(() -> new IllegalStateException("No family writes messages of type " + type));
    }

    Iterable<Family> all() {
        return byType.values();
    }
}
