package org.enlace.node.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.node.desk.HandingOver.Asked;
import org.springframework.util.MultiValueMap;

/// The form of a change of shift as it was sent.
///
/// @param to pseudonym of who takes what is not said otherwise; may be empty
/// @param items that are handed over; what its holder keeps is not among them
record HandoverForm(String to, List<UUID> items, Map<String, String> fields) {
    /// In the place of a taker: it is not handed over.
    static final String KEEP = "keep";

    static final HandoverForm EMPTY = new HandoverForm("", List.of(), Map.of());

    static HandoverForm of(MultiValueMap<String, String> sent) {
        var fields = Map.copyOf(sent.toSingleValueMap());
        var items = sent.getOrDefault("item", List.of()).stream()
                .map(DeskPages::id)
                .filter(item -> !KEEP.equals(fields.get("to-" + item)))
                .toList();
        return new HandoverForm(fields.getOrDefault("to", ""), items, fields);
    }

    List<Asked> asked() {
        return items.stream()
                .map(item -> new Asked(item, toOf(item).isEmpty() ? to : toOf(item), noteOf(item)))
                .toList();
    }

    String toOf(UUID item) {
        return fields.getOrDefault("to-" + item, "");
    }

    String noteOf(UUID item) {
        return fields.getOrDefault("note-" + item, "");
    }
}
