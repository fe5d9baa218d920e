package org.enlace.node.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry in its place in the chain.
///
/// @param seq from 1 without gaps
/// @param at to the microsecond, as the database keeps it
/// @param prev hash of the entry before, 64 zeros at 1
/// @param hash over all other fields
public record AuditedEntry(long seq, Instant at, AuditEntry entry, String prev, String hash) {

    static AuditedEntry next(long seq, Instant at, AuditEntry entry, String prev) {
        return new AuditedEntry(seq, at, entry, prev, hash(seq, at, entry, prev));
    }

    boolean intact() {
        return hash.equals(hash(seq, at, entry, prev));
    }

    private static String hash(long seq, Instant at, AuditEntry entry, String prev) {
        MessageDigest sha256 = sha256();
        // Each field goes in with its length, so that no two entries share a preimage.
        for (String field : List.of(
                "enlace-audit-v1",
                prev,
                Long.toString(seq),
                at.toString(),
                entry.actor(),
                entry.action(),
                entry.objectId(),
                absentOr(entry.purpose()),
                entry.outcome())) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static String absentOr(@Nullable String purpose) {
        return purpose == null ? "-" : "=" + purpose;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }
}
