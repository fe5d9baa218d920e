package org.enlace.message;

import java.util.List;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Who holds a message proposes to its owner what it should say instead. `inReplyTo` of the header names the
/// version that it speaks of. What should stand in a part that opens only for some is sealed in that part.
public record Proposal(
        AskPart proposal,
        @Nullable ValuesPart protection,
        @Nullable ValuesPart police,
        @Nullable ValuesPart identity) implements Message {

    @Override
    public MessageType type() {
        return MessageType.PROPOSAL;
    }

    /// The sealed values of one part of the message; null if it proposes nothing there.
    public @Nullable ValuesPart values(String part) {
        return switch (part) {
            case "PROTECTION" -> protection;
            case "POLICE" -> police;
            case "IDENTITY" -> identity;
            default -> null;
        };
    }

    /// All words are without names.
    ///
    /// @param items what to change, each by itself; at least one, at most 20
    /// @param reason code of list `correction-reason`
    /// @param explanation in words, at most 2,000 characters
    public record AskPart(List<Item> items, String reason, String explanation) {

        public AskPart {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /// @param part code of list `use-part`, not `WHOLE`
    /// @param field of that part as JSON pointer, `/what`
    /// @param shouldBe what should stand there, at most 2,000 characters; of part `ALERT` alone
    public record Item(String part, String field, @Nullable String shouldBe) {
        public static final String OPEN = "ALERT";
    }

    public record ValuesPart(List<Value> values) {

        public ValuesPart {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /// @param item of the proposal, from 1
    /// @param shouldBe what should stand there, at most 2,000 characters
    public record Value(int item, Sensitive<String> shouldBe) {}
}
