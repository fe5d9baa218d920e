package org.enlace.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks one contact point whether it holds some identifiers, without telling which. The header names purpose, legal
/// basis, case and officer.
///
/// @param elements the identifiers, blinded; 1 to 64, each 33 bytes in hex
/// @param table digest of the table of that contact point that the asker has already, null for none
public record MatchQuery(List<String> elements, @Nullable String table) implements Message {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public MatchQuery {
        elements = elements == null ? List.of() : List.copyOf(elements);
    }

    /// By what people of both sides call one query, `PE-Q-7K4M2QXZ`: it says nothing about what was asked.
    ///
    /// @param asker who sent it
    /// @param id of the message
    public static String reference(NodeId asker, MessageId id) {
        StringBuilder text = new StringBuilder(asker.value()).append("-Q-");
        for (int at = 35; at >= 0; at -= 5) {
            text.append(LETTERS.charAt((int) (id.value().getLeastSignificantBits() >>> at) & 31));
        }
        return text.toString();
    }

    @Override
    public MessageType type() {
        return MessageType.MATCH_QUERY;
    }
}
