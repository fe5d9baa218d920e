package org.enlace.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.enlace.message.NodeId;

/// The content of one version of the directory. Only a version that [DirectoryVerifier] accepted may be trusted.
///
/// @param v version of this format, 1
/// @param version counts from 1 without gaps
/// @param prevHash lower-case hex SHA-256 of the content of the version before, 64 zeros at version 1
/// @param threshold how many distinct officers must sign the next version
/// @param topic Kafka topic on which new versions travel
public record Directory(
        int v,
        int version,
        String prevHash,
        Instant issuedAt,
        Instant expiresAt,
        int threshold,
        String topic,
        List<DirectoryOfficer> officers,
        List<Member> members) {
    /// As long as a version may live.
    private static final Duration LIFE = Duration.ofDays(30);

    public Directory {
        officers = List.copyOf(officers);
        members = List.copyOf(members);
    }

    /// The version after this one, with these members.
    ///
    /// @param hash of this one
    Directory next(String hash, Instant at, List<Member> others) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        // No version is from before the one that it follows.
        Instant issued = now.isBefore(issuedAt) ? issuedAt : now;
        return new Directory(v, version + 1, hash, issued, issued.plus(LIFE), threshold, topic, officers, others);
    }

    /// Whether members are all that is new since the version before, and in them what `restored` takes back.
    ///
    /// @param restored our members as they were then, if nothing else of them has changed
    boolean changesOnly(Directory before, List<Member> restored) {
        Directory same = new Directory(
                v,
                before.version(),
                before.prevHash(),
                before.issuedAt(),
                before.expiresAt(),
                threshold,
                topic,
                officers,
                restored);
        return same.equals(before) && !members.equals(before.members());
    }

    public Optional<Member> member(NodeId code) {
        return members.stream().filter(member -> member.code().equals(code)).findFirst();
    }

    /// To whom statistics are returned: the officers who sign the directory say so, and no setting of a node. Empty if
    /// they name nobody, or if that member is not active.
    public Optional<Member> secretariat() {
        return members.stream()
                .filter(member -> member.contact().roles().contains(ContactPoint.SECRETARIAT))
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .findFirst();
    }
}
