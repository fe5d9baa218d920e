package org.enlace.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Calendars of members are all that is new in one version of the directory.
///
/// @param calendars what those members publish from then on
public record CalendarChanges(List<CalendarProposal> calendars) {

    public CalendarChanges {
        calendars = List.copyOf(calendars);
    }

    /// The next version with this calendar, for the officers to sign.
    ///
    /// @throws IllegalArgumentException if there is nothing to sign
    public static DirectoryProposal proposed(SignedDirectory current, CalendarProposal proposal, Instant at) {
        Directory now = current.content();
        Member member = now.member(proposal.member())
                .orElseThrow(() -> new IllegalArgumentException("The directory lists no member " + proposal.member()));
        if (Objects.equals(proposal.calendar(), member.contact().calendar())) {
            throw new IllegalArgumentException("The directory says this of " + proposal.member() + " already");
        }
        Member changed = member.with(member.contact().with(proposal.calendar()));
        return DirectoryProposal.of(
                current,
                now.next(
                        current.hash(),
                        at,
                        now.members().stream()
                                .map(each -> each.code().equals(member.code()) ? changed : each)
                                .toList()));
    }

    /// What happens between two versions, if it is this and nothing else. No calendar is taken away: a member that
    /// published one goes on to do so.
    public static Optional<CalendarChanges> between(Directory before, Directory after) {
        List<Member> restored = new ArrayList<>();
        List<CalendarProposal> calendars = new ArrayList<>();
        for (Member member : after.members()) {
            Optional<ContactPoint> old = before.member(member.code()).map(Member::contact);
            PublishedCalendar calendar = member.contact().calendar();
            if (old.isEmpty() || (calendar == null && old.get().calendar() != null)) {
                return Optional.empty();
            }
            restored.add(member.with(member.contact().with(old.get().calendar())));
            if (calendar != null && !calendar.equals(old.get().calendar())) {
                calendars.add(new CalendarProposal(member.code(), calendar));
            }
        }
        return after.changesOnly(before, restored) ? Optional.of(new CalendarChanges(calendars)) : Optional.empty();
    }
}
