package org.enlace.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The next version of the directory, of which the calendars of members are all that is new, while its officers sign
/// it. One makes it and signs; each of the others reads what it changes and adds a signature to the same bytes.
///
/// Whoever reads it here has not verified it: it may be trusted once [DirectoryVerifier] accepts it.
public final class CalendarVersion {
    private static final Duration LIFE = Duration.ofDays(30);

    private final SignedDirectory before;
    private final DirectoryProposal proposal;

    private CalendarVersion(SignedDirectory before, DirectoryProposal proposal) {
        if (!onlyCalendars(before.content(), proposal.content())) {
            throw new IllegalArgumentException("This version changes more than calendars. It is not signed here");
        }
        this.before = before;
        this.proposal = proposal;
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
        return new CalendarVersion(before, DirectoryProposal.of(before, next).signedBy(officer, signer, now));
    }

    /// @throws IllegalArgumentException if it is no successor of what we trust, was signed by somebody else than
    ///     officers, or changes anything but calendars
    public static CalendarVersion read(SignedDirectory before, byte[] bytes) {
        return new CalendarVersion(before, DirectoryProposal.read(before, bytes));
    }

    /// The same version with the signature of one more officer.
    ///
    /// @throws IllegalArgumentException if this is no officer of the directory, or has signed already
    public CalendarVersion cosigned(SigningKeys keys, DirectorySigner signer, Instant now) {
        return new CalendarVersion(before, proposal.signedBy(keys, signer, now));
    }

    /// What it changes.
    public List<CalendarProposal> changes() {
        List<CalendarProposal> changes = new ArrayList<>();
        for (Member member : proposal.content().members()) {
            Member old = before.content().member(member.code()).orElseThrow();
            PublishedCalendar calendar = member.contact().calendar();
            if (calendar != null && !Objects.equals(calendar, old.contact().calendar())) {
                changes.add(new CalendarProposal(member.code(), calendar));
            }
        }
        return changes;
    }

    /// On its way through the hands of those who sign it.
    public DirectoryProposal proposal() {
        return proposal;
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
