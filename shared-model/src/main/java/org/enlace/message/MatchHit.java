package org.enlace.message;

import java.util.List;

/// The asker tells whose table it looked into what it found there. Tags of the table and nothing else: of what is not
/// in it, the other side never learns anything. `inReplyTo` of the header is the query.
///
/// @param tags of the table, 1 to 64, 16 bytes in hex
public record MatchHit(List<String> tags) implements Message {

    public MatchHit {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    @Override
    public MessageType type() {
        return MessageType.MATCH_HIT;
    }
}
