package org.enlace.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.enlace.message.NodeId;

/// The next version of the directory, of which the calendars of members are all that is new, while its officers sign
/// it. One makes it and signs; each of the others reads what it changes and adds a signature to the same bytes.
///
/// Whoever reads it here has not verified it: it may be trusted once [DirectoryVerifier] accepts it.
public final class CalendarVersion {
    private static final Duration LIFE = Duration.ofDays(30);

    private final SignedDirectory before;
    private final byte[] bytes;
    private final Directory content;
    private final String hash;
    private final List<DirectoryOfficer> signed;

    private CalendarVersion(
            SignedDirectory before, byte[] bytes, Directory content, String hash, List<DirectoryOfficer> signed) {
        this.before = before;
        this.bytes = bytes.clone();
        this.content = content;
        this.hash = hash;
        this.signed = List.copyOf(signed);
    }

    /// The successor of what we trust, with this calendar, signed by one officer.
    ///
    /// @throws IllegalArgumentException if there is nothing to sign, or this is no officer of the directory
    public static CalendarVersion propose(
            SignedDirectory before,
            CalendarProposal proposal,
            SigningKeys officer,
            DirectorySigner signer,
            Instant now) {
        officer(before, officer);
        Directory old = before.content();
        Member member = old.member(proposal.member())
                .orElseThrow(() -> new IllegalArgumentException("The directory lists no member " + proposal.member()));
        if (Objects.equals(proposal.calendar(), member.contact().calendar())) {
            throw new IllegalArgumentException("The directory says this of " + proposal.member() + " already");
        }
        Member changed = member.with(member.contact().with(proposal.calendar()));
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Directory next = new Directory(
                old.v(),
                old.version() + 1,
                before.hash(),
                issuedAt,
                issuedAt.plus(LIFE),
                old.threshold(),
                old.topic(),
                old.officers(),
                old.members().stream()
                        .map(each -> each.code().equals(member.code()) ? changed : each)
                        .toList());
        return read(before, signer.sign(next, List.of(officer), now));
    }

    /// @throws IllegalArgumentException if it is no successor of what we trust, was signed by somebody else than
    ///     officers, or changes anything but calendars
    public static CalendarVersion read(SignedDirectory before, byte[] bytes) {
        try {
            DirectoryCms cms = DirectoryCms.parse(bytes);
            OfficerSignatures signatures = new OfficerSignatures(cms.signers());
            List<DirectoryOfficer> signed =
                    signatures.verifiedOf(before.content().officers());
            RejectedDirectory.unless(signatures.allUsed(), DirectoryRejection.UNKNOWN_SIGNER);
            Directory content = new DirectoryJson().read(cms.json());
            RejectedDirectory.unless(content.version() == before.version() + 1, DirectoryRejection.GAP);
            RejectedDirectory.unless(content.prevHash().equals(before.hash()), DirectoryRejection.PREVIOUS_HASH);
            DirectoryRules.check(content);
            if (!onlyCalendars(before.content(), content)) {
                throw new IllegalArgumentException("This version changes more than calendars; it is signed elsewhere");
            }
            return new CalendarVersion(before, bytes, content, cms.hash(), signed);
        } catch (RejectedDirectory e) {
            throw new IllegalArgumentException("This version would be refused by every member: " + e.why(), e);
        }
    }

    /// The same version with the signature of one more officer.
    ///
    /// @throws IllegalArgumentException if this is no officer of the directory, or has signed already
    public CalendarVersion cosigned(SigningKeys keys, DirectorySigner signer, Instant now) {
        DirectoryOfficer officer = officer(before, keys);
        if (signed.contains(officer)) {
            throw new IllegalArgumentException("The officer of " + officer.member() + " has signed this already");
        }
        return read(before, signer.cosign(bytes, keys, now));
    }

    /// What it changes.
    public List<CalendarProposal> changes() {
        List<CalendarProposal> changes = new ArrayList<>();
        for (Member member : content.members()) {
            Member old = before.content().member(member.code()).orElseThrow();
            PublishedCalendar calendar = member.contact().calendar();
            if (calendar != null && !Objects.equals(calendar, old.contact().calendar())) {
                changes.add(new CalendarProposal(member.code(), calendar));
            }
        }
        return changes;
    }

    /// Whose officers have signed it.
    public List<NodeId> signedBy() {
        return signed.stream().map(DirectoryOfficer::member).distinct().sorted().toList();
    }

    /// How many more members' officers must sign.
    public int missing() {
        return Math.max(0, before.content().threshold() - OfficerSignatures.distinct(signed));
    }

    public int number() {
        return content.version();
    }

    public Instant expiresAt() {
        return content.expiresAt();
    }

    /// Lower-case hex SHA-256 of the content: what officers compare before they sign.
    public String hash() {
        return hash;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static DirectoryOfficer officer(SignedDirectory before, SigningKeys keys) {
        return before.content().officers().stream()
                .filter(officer -> officer.certEc().equals(Certificates.der(keys.certEc()))
                        && officer.certPq().equals(Certificates.der(keys.certPq())))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("These are not the keys of an officer of the directory"));
    }

    /// What is left after each calendar is as it was must be what was trusted before. None is taken away: a member that
    /// published one goes on to do so.
    private static boolean onlyCalendars(Directory before, Directory after) {
        List<Member> restored = new ArrayList<>();
        for (Member member : after.members()) {
            Optional<Member> old = before.member(member.code());
            if (old.isEmpty()
                    || (old.get().contact().calendar() != null
                            && member.contact().calendar() == null)) {
                return false;
            }
            restored.add(member.with(member.contact().with(old.get().contact().calendar())));
        }
        Directory same = new Directory(
                after.v(),
                before.version(),
                before.prevHash(),
                before.issuedAt(),
                before.expiresAt(),
                after.threshold(),
                after.topic(),
                after.officers(),
                restored);
        return same.equals(before) && !after.members().equals(before.members());
    }
}
