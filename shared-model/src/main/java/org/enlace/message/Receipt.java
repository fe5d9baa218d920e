package org.enlace.message;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node says that messages are durably stored, or why one was refused. No person has read anything yet.
///
/// @param refusal the stable code of the reason; null means stored
/// @param digest lower-case hex SHA-256 of the signed data that this is about
/// @param at when it was stored or refused, by the receiver's clock, to the millisecond; both sides count from it
/// @param chainHash where the receiver's stream from this sender stands after it; null if refused
/// @param also further messages of the same sender that were stored with it, at most [#ALSO_MAX]; none if refused
public record Receipt(
        MessageId of,
        @Nullable String refusal,
        String digest,
        Instant at,
        @Nullable String chainHash,
        List<Stored> also)
        implements Message {
    public static final int ALSO_MAX = 63;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Receipt {
        hash(digest);
        if (chainHash != null) {
            hash(chainHash);
        }
        if ((refusal == null) != (chainHash != null)) {
            throw new IllegalArgumentException("Stored receipts carry a chain hash, refusals carry a reason");
        }
        also = also == null ? List.of() : List.copyOf(also);
        if (also.size() > ALSO_MAX || (refusal != null && !also.isEmpty())) {
            throw new IllegalArgumentException("A receipt confirms at most 64 messages and refuses one");
        }
    }

    public static Receipt stored(MessageId of, String digest, Instant at, String chainHash) {
        return new Receipt(of, null, digest, at, chainHash, List.of());
    }

    public static Receipt refused(MessageId of, String refusal, String digest, Instant at) {
        return new Receipt(of, refusal, digest, at, null, List.of());
    }

    /// The same receipt, for these messages too.
    public Receipt and(List<Stored> more) {
        return new Receipt(of, refusal, digest, at, chainHash, more);
    }

    /// All that it says are stored; none if it is a refusal.
    public List<Stored> stored() {
        return chainHash == null
                ? List.of()
                : Stream.concat(Stream.of(new Stored(of, digest, chainHash)), also.stream())
                        .toList();
    }

    private static void hash(String value) {
        if (!HASH.matcher(value).matches()) {
            throw new IllegalArgumentException("A digest is 64 lower-case hex digits");
        }
    }

    /// One message that is durably stored.
    ///
    /// @param digest as of the receipt
    /// @param chainHash as of the receipt
    public record Stored(MessageId of, String digest, String chainHash) {
        public Stored {
            hash(digest);
            hash(chainHash);
        }
    }

    @Override
    public MessageType type() {
        return MessageType.RECEIPT;
    }
}
