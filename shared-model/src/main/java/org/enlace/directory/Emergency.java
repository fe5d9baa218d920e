package org.enlace.directory;

import java.util.ArrayList;
import java.util.List;

/// The short way: two officers may suspend members and revoke keys at once, before a threshold can meet. They may take
/// trust away and give none: no key, member, officer, topic or day more.
final class Emergency {
    static final int SIGNERS_MIN = 2;

    private Emergency() {}

    static boolean onlyRemovesTrust(Directory before, Directory after) {
        if (after.expiresAt().isAfter(before.expiresAt())
                || before.members().size() != after.members().size()) {
            return false;
        }
        List<Member> restored = new ArrayList<>();
        for (int i = 0; i < before.members().size(); i++) {
            restored.add(restored(before.members().get(i), after.members().get(i)));
        }
        // What is left after all removals are taken back must be what was trusted before.
        return after.changesOnly(before, restored);
    }

    private static Member restored(Member before, Member after) {
        boolean suspended = before.status() == MemberStatus.ACTIVE && after.status() == MemberStatus.SUSPENDED;
        List<SigningPair> pairs = new ArrayList<>();
        for (int i = 0; i < after.sig().size(); i++) {
            SigningPair pair = after.sig().get(i);
            pairs.add(i < before.sig().size() ? restored(before.sig().get(i), pair) : pair);
        }
        return new Member(
                after.code(),
                suspended ? MemberStatus.ACTIVE : after.status(),
                after.suite(),
                pairs,
                after.enc(),
                after.kafkaPrincipal(),
                after.topics(),
                after.partners(),
                after.contact());
    }

    /// That a revocation is never taken back is the rule of [DirectoryHistory].
    private static SigningPair restored(SigningPair before, SigningPair after) {
        return new SigningPair(
                after.certEc(),
                after.certPq(),
                after.notBefore(),
                after.notAfter(),
                before.revokedAt(),
                before.compromisedSince());
    }
}
