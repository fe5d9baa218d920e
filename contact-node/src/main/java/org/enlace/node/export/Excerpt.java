package org.enlace.node.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.Compartment;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.UsePermission.Granted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Those fields of a message that its provider permitted to use; all the rest of it is blank.
///
/// @param granted in the order in which it was asked for
record Excerpt(OpenedMessage message, List<Granted> granted) {
    Excerpt {
        granted = List.copyOf(granted);
    }

    /// How it stands with a field that may be used.
    enum FieldState {
        GIVEN,
        /// The officer who takes the file out has not opened that part.
        NOT_OPENED,
        /// The message does not say that.
        NOT_THERE
    }

    /// @param part code of list `use-part`
    /// @param field of that part as JSON pointer; null for all of it
    /// @param value as it came; null unless it is given
    /// @param until the last day on which it may be used
    record Field(
            String part,
            @Nullable String field,
            FieldState state,
            @Nullable JsonNode value,
            @Nullable String conditions,
            LocalDate until) {

        Item item() {
            return new Item(part, field);
        }
    }

    /// The parts that have to be opened for it; what a message asks is read with each.
    static Set<Compartment> parts(List<Granted> granted) {
        var parts = EnumSet.of(Compartment.ALERT);
        granted.forEach(each -> part(each.item()).ifPresent(parts::add));
        return parts;
    }

    List<Field> fields(JsonMapper json) {
        return granted.stream().map(each -> field(each, json)).toList();
    }

    private Field field(Granted each, JsonMapper json) {
        var item = each.item();
        var bytes = part(item)
                .flatMap(part -> Optional.ofNullable(message.contents().get(part)));
        if (bytes.isEmpty()) {
            return field(each, FieldState.NOT_OPENED, null);
        }
        var part = json.readTree(bytes.get());
        var value = item.field() == null ? part : part.at(item.field());
        return value.isMissingNode() || value.isNull()
                ? field(each, FieldState.NOT_THERE, null)
                : field(each, FieldState.GIVEN, value);
    }

    private static Field field(Granted each, FieldState state, @Nullable JsonNode value) {
        return new Field(each.item().part(), each.item().field(), state, value, each.conditions(), each.until());
    }

    private static Optional<Compartment> part(Item item) {
        return Arrays.stream(Compartment.values())
                .filter(part -> part.name().equals(item.part()))
                .findFirst();
    }
}
