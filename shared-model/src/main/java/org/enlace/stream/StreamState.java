package org.enlace.stream;

import java.util.regex.Pattern;
import org.enlace.envelope.Link;

/// How far one stream has come, on either side: what the sender sent last or what the recipient delivered last.
///
/// @param lastSeq 0 before the first message
/// @param lastHash chain hash of the last message, [Link#START] before the first
public record StreamState(int epoch, long lastSeq, String lastHash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public StreamState {
        if (epoch < 1 || lastSeq < 0) {
            throw new IllegalArgumentException("Epochs count from 1, messages from 0");
        }
        if (!HASH.matcher(lastHash).matches() || (lastSeq == 0) != lastHash.equals(Link.START)) {
            throw new IllegalArgumentException(
                    "A stream remembers its last message by 64 lower-case hex digits, by zeros before the first");
        }
    }

    /// The first stream between two members.
    public static StreamState first() {
        return before(1);
    }

    /// An epoch in which nothing was sent yet.
    public static StreamState before(int epoch) {
        return new StreamState(epoch, 0, Link.START);
    }
}
