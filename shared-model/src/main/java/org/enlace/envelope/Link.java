package org.enlace.envelope;

import java.util.regex.Pattern;
import org.enlace.message.NodeId;

/// The place of a message in the stream from its sender to one recipient.
///
/// @param epoch counts the restarts of this stream, from 1
/// @param seq counts the messages of this epoch, from 1 without gaps
/// @param prev chain hash of the message before, 64 lower-case hex digits; zeros when `seq` is 1
public record Link(NodeId to, int epoch, long seq, String prev) {
    public static final String START = "0".repeat(64);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Link {
        if (epoch < 1 || seq < 1) {
            throw new IllegalArgumentException("Epochs and sequence numbers count from 1");
        }
        if (!HASH.matcher(prev).matches() || (seq == 1) != prev.equals(START)) {
            throw new IllegalArgumentException(
                    "A link names the message before by 64 lower-case hex digits, the first one by zeros");
        }
    }
}
