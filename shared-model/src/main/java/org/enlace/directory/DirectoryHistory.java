package org.enlace.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a version may not change about the ones before it. Old messages must verify for ever, and a revocation must
/// stand: a threshold of officers may add keys and take trust away, but not give it back in silence.
final class DirectoryHistory {
    private DirectoryHistory() {}

    static void check(Directory before, Directory after) throws RejectedDirectory {
        kept(!after.issuedAt().isBefore(before.issuedAt()));
        for (Member old : before.members()) {
            Member now = after.member(old.code()).orElseThrow(() -> new RejectedDirectory(DirectoryRejection.HISTORY));
            kept(old.status() != MemberStatus.LEFT || now.status() == MemberStatus.LEFT);
            for (SigningPair pair : old.sig()) {
                SigningPair same = now.sig().stream()
                        .filter(each -> each.certEc().equals(pair.certEc())
                                && each.certPq().equals(pair.certPq()))
                        .findFirst()
                        .orElseThrow(() -> new RejectedDirectory(DirectoryRejection.HISTORY));
                kept(same.notBefore().equals(pair.notBefore()));
                kept(!same.notAfter().isAfter(pair.notAfter()));
                kept(atMost(same.revokedAt(), pair.revokedAt()));
                kept(atMost(same.compromisedSince(), pair.compromisedSince()));
            }
        }
    }

    private static boolean atMost(@Nullable Instant now, @Nullable Instant before) {
        return before == null || (now != null && !now.isAfter(before));
    }

    private static void kept(boolean rule) throws RejectedDirectory {
        RejectedDirectory.unless(rule, DirectoryRejection.HISTORY);
    }
}
