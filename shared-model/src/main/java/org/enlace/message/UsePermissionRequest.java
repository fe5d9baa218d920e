package org.enlace.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks whoever provided a message whether it may be used beyond its handling: in court, against H1, or by another
/// holder, against H2. `inReplyTo` of the header names the message.
public record UsePermissionRequest(AskPart request) implements Message {
    public static final String COURT = "COURT";
    public static final String PASS_ON = "PASS_ON";

    @Override
    public MessageType type() {
        return MessageType.USE_PERMISSION_REQUEST;
    }

    /// All words are without names.
    ///
    /// @param use code of list `permission-use`
    /// @param items what of the message, each decided by itself; at least one, at most 20
    /// @param court the court and the proceedings, required with `COURT`, at most 120 characters
    /// @param holder the unit or authority that would have it, required with `PASS_ON`, at most 120 characters
    /// @param neededFor why, at most 2,000 characters
    public record AskPart(
            String use,
            List<Item> items,
            @Nullable String court,
            @Nullable String holder,
            String neededFor) {

        public AskPart {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /// @param part code of list `use-part`
    /// @param field of that part as JSON pointer, `/phones`; null for all of it
    public record Item(String part, @Nullable String field) {
        public static final String WHOLE = "WHOLE";
    }
}
