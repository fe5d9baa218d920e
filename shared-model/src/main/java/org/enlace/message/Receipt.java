package org.enlace.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A node says that a message is durably stored, or why it was refused. No person has read anything yet.
///
/// @param refusal the stable code of the reason; null means stored
/// @param digest lower-case hex SHA-256 of the signed data that this is about
/// @param at when it was stored or refused, by the receiver's clock
/// @param chainHash where the receiver's stream from this sender now stands; null if refused
public record Receipt(
        MessageId of,
        @Nullable String refusal,
        String digest,
        Instant at,
        @Nullable String chainHash) implements Message {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Receipt {
        if (!HASH.matcher(digest).matches()
                || (chainHash != null && !HASH.matcher(chainHash).matches())) {
            throw new IllegalArgumentException("A digest is 64 lower-case hex digits");
        }
        if ((refusal == null) != (chainHash != null)) {
            throw new IllegalArgumentException("Stored receipts carry a chain hash, refusals carry a reason");
        }
    }

    public static Receipt stored(MessageId of, String digest, Instant at, String chainHash) {
        return new Receipt(of, null, digest, at, chainHash);
    }

    public static Receipt refused(MessageId of, String refusal, String digest, Instant at) {
        return new Receipt(of, refusal, digest, at, null);
    }

    @Override
    public MessageType type() {
        return MessageType.RECEIPT;
    }
}
