package org.enlace.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Decides whether a version of the directory may be trusted. Bytes go in, a value comes out; hostile bytes never cause
/// an exception, and a refusal changes nothing.
///
/// A version is accepted if it
/// 1. is CMS SignedData in DER of our content type, at most 2 MB;
/// 2. is signed by a threshold of distinct officers of the version before, each with both keys; two are enough for a
///    version that only removes trust ([Emergency]);
/// 3. holds content that is strictly our JSON and keeps the rules ([DirectoryRules]);
/// 4. is the direct successor of what we trust, by number and by hash;
/// 5. is signed by the new threshold of the new officers as well, if officers or threshold change;
/// 6. rewrites nothing that earlier versions said about keys ([DirectoryHistory]);
/// 7. is neither from the future nor expired.
///
/// The first version is trusted because its fingerprint was compared in person.
///
/// @see <a href="https://theupdateframework.github.io/specification/latest/#update-root">The Update Framework §5.3</a>
public final class DirectoryVerifier {
    private static final Duration CLOCK_AHEAD_MAX = Duration.ofMinutes(5); // as in Limits of the envelope
    private static final Duration LIFE_MAX = Duration.ofDays(30);

    private final DirectoryJson json = new DirectoryJson();

    /// What the members read to each other before they pin a first version: lower-case hex SHA-256 of the content.
    /// Nothing is verified. Empty if the bytes are no version of a directory.
    public Optional<String> fingerprint(byte[] candidate) {
        try {
            return Optional.of(DirectoryCms.parse(candidate).hash());
        } catch (RejectedDirectory _) {
            return Optional.empty();
        }
    }

    /// Starts from nothing: the first candidate must be the genesis whose fingerprint the members compared in person,
    /// the others its successors.
    ///
    /// @param pinned lower-case hex SHA-256 of the content of version 1
    public DirectoryVerdict start(String pinned, List<byte[]> candidates, Instant now) {
        return judge(Optional.empty(), pinned, candidates, now, true);
    }

    /// Judges the successors of what we trust, all or none. Those before the last may have expired: a node that was
    /// away walks through them.
    public DirectoryVerdict accept(TrustedDirectories trusted, List<byte[]> candidates, Instant now) {
        return judge(Optional.of(trusted), "", candidates, now, true);
    }

    /// Reads back the versions this node accepted earlier, which may have expired since. Everything but expiry is
    /// checked again; ask [SignedDirectory#expiredAt] before relying on the result.
    ///
    /// @param pinned lower-case hex SHA-256 of the content of version 1
    public DirectoryVerdict reload(String pinned, List<byte[]> accepted, Instant now) {
        return judge(Optional.empty(), pinned, accepted, now, false);
    }

    /// Takes as many of these as follow what we trust, whatever their order: how versions come by a
    /// topic. Each is judged by itself; one that has expired is taken only with a later one that has not.
    public DirectoryProgress advance(TrustedDirectories trusted, List<byte[]> offered, Instant now) {
        TrustedDirectories taken = trusted;
        TrustedDirectories walked = trusted;
        Map<Integer, DirectoryRejection> refused = new TreeMap<>();
        Set<Integer> expired = new TreeSet<>();
        Set<Integer> used = new HashSet<>();
        int before;
        do {
            before = used.size();
            for (int i = 0; i < offered.size(); i++) {
                if (used.contains(i)) {
                    continue;
                }
                try {
                    SignedDirectory next = unknown(walked, offered.get(i), now);
                    walked = walked.with(next);
                    used.add(i);
                    refused.remove(i);
                    expired.add(i);
                    if (!next.expiredAt(now)) {
                        taken = walked;
                        expired.clear();
                    }
                } catch (RejectedDirectory e) {
                    refused.put(i, e.why());
                }
            }
        } while (used.size() > before);
        expired.forEach(i -> refused.put(i, DirectoryRejection.EXPIRED));
        return new DirectoryProgress(taken, refused);
    }

    private SignedDirectory unknown(TrustedDirectories trusted, byte[] candidate, Instant now)
            throws RejectedDirectory {
        String hash = DirectoryCms.parse(candidate).hash();
        boolean known =
                trusted.versions().stream().anyMatch(version -> version.hash().equals(hash));
        RejectedDirectory.unless(!known, DirectoryRejection.KNOWN);
        return successor(trusted.current(), candidate, now);
    }

    private DirectoryVerdict judge(
            Optional<TrustedDirectories> trusted, String pinned, List<byte[]> candidates, Instant now, boolean fresh) {
        Optional<TrustedDirectories> known = trusted;
        for (int i = 0; i < candidates.size(); i++) {
            boolean last = i == candidates.size() - 1;
            try {
                byte[] candidate = candidates.get(i);
                SignedDirectory next = known.isPresent()
                        ? successor(known.get().current(), candidate, now)
                        : genesis(pinned, candidate, now);
                RejectedDirectory.unless(!(fresh && last) || !next.expiredAt(now), DirectoryRejection.EXPIRED);
                known = Optional.of(
                        known.map(before -> before.with(next)).orElseGet(() -> new TrustedDirectories(List.of(next))));
            } catch (RejectedDirectory e) {
                return new DirectoryVerdict.Rejected(e.why(), i);
            }
        }
        return known.<DirectoryVerdict>map(DirectoryVerdict.Accepted::new)
                .orElseGet(() -> new DirectoryVerdict.Rejected(DirectoryRejection.NOT_THE_PINNED_GENESIS, 0));
    }

    private SignedDirectory genesis(String pinned, byte[] candidate, Instant now) throws RejectedDirectory {
        DirectoryCms cms = DirectoryCms.parse(candidate);
        RejectedDirectory.unless(cms.hash().equals(pinned), DirectoryRejection.NOT_THE_PINNED_GENESIS);
        OfficerSignatures signatures = new OfficerSignatures(cms.signers());
        // The fingerprint vouches for the content, so here alone the content may be read before its signatures.
        Directory content = json.read(cms.json());
        DirectoryRules.check(content);
        RejectedDirectory.unless(content.version() == 1, DirectoryRejection.GAP);
        RejectedDirectory.unless(content.prevHash().equals("0".repeat(64)), DirectoryRejection.PREVIOUS_HASH);
        List<DirectoryOfficer> signed = signatures.verifiedOf(content.officers());
        RejectedDirectory.unless(signatures.allUsed(), DirectoryRejection.UNKNOWN_SIGNER);
        threshold(signed, content.threshold(), DirectoryRejection.THRESHOLD);
        times(content, now);
        validThen(signed, content.issuedAt());
        return new SignedDirectory(candidate, content, cms.hash());
    }

    private SignedDirectory successor(SignedDirectory current, byte[] candidate, Instant now) throws RejectedDirectory {
        Directory before = current.content();
        DirectoryCms cms = DirectoryCms.parse(candidate);
        OfficerSignatures signatures = new OfficerSignatures(cms.signers());
        List<DirectoryOfficer> signed = signatures.verifiedOf(before.officers());
        threshold(signed, Emergency.SIGNERS_MIN, DirectoryRejection.THRESHOLD);

        Directory content = json.read(cms.json());
        boolean emergency = Emergency.onlyRemovesTrust(before, content);
        int needed = emergency ? Emergency.SIGNERS_MIN : before.threshold();
        int neededNew = emergency ? Emergency.SIGNERS_MIN : content.threshold();
        threshold(signed, needed, DirectoryRejection.THRESHOLD);
        number(current, cms, content);
        RejectedDirectory.unless(content.prevHash().equals(current.hash()), DirectoryRejection.PREVIOUS_HASH);
        DirectoryRules.check(content);
        List<DirectoryOfficer> signedNew = signatures.verifiedOf(content.officers());
        RejectedDirectory.unless(signatures.allUsed(), DirectoryRejection.UNKNOWN_SIGNER);
        threshold(signedNew, neededNew, DirectoryRejection.NEW_THRESHOLD);
        times(content, now);
        validThen(signed, content.issuedAt());
        validThen(signedNew, content.issuedAt());
        DirectoryHistory.check(before, content);
        return new SignedDirectory(candidate, content, cms.hash());
    }

    private static void number(SignedDirectory current, DirectoryCms cms, Directory content) throws RejectedDirectory {
        RejectedDirectory.unless(content.version() >= current.version(), DirectoryRejection.ROLLBACK);
        if (content.version() == current.version()) {
            boolean same = cms.hash().equals(current.hash());
            throw new RejectedDirectory(same ? DirectoryRejection.KNOWN : DirectoryRejection.FORK);
        }
        RejectedDirectory.unless(content.version() == current.version() + 1, DirectoryRejection.GAP);
    }

    private static void threshold(List<DirectoryOfficer> signed, int threshold, DirectoryRejection why)
            throws RejectedDirectory {
        RejectedDirectory.unless(OfficerSignatures.distinct(signed) >= threshold, why);
    }

    private static void times(Directory content, Instant now) throws RejectedDirectory {
        Instant issued = content.issuedAt();
        RejectedDirectory.unless(!issued.isAfter(now.plus(CLOCK_AHEAD_MAX)), DirectoryRejection.FROM_THE_FUTURE);
        RejectedDirectory.unless(
                !content.expiresAt().isAfter(issued.plus(LIFE_MAX)), DirectoryRejection.LIVES_TOO_LONG);
    }

    private static void validThen(List<DirectoryOfficer> officers, Instant at) throws RejectedDirectory {
        for (DirectoryOfficer officer : officers) {
            boolean valid = Certificates.validAt(Certificates.read(officer.certEc()), at)
                    && Certificates.validAt(Certificates.read(officer.certPq()), at);
            RejectedDirectory.unless(valid, DirectoryRejection.OFFICER_EXPIRED);
        }
    }
}
