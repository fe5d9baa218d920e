package org.enlace.node.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.enlace.directory.ContactPoint;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.lifecycle.WorkingCalendar;
import org.enlace.message.NodeId;
import org.enlace.node.exchange.PartnerStatus;

/// One member: what the directory says of it and how this node stands with it.
public record Contact(Member member, Relation relation, PartnerStatus standing) {
    private static final Duration KEY_ENDS_SOON = Duration.ofDays(7);

    /// What a member is to this node.
    public enum Relation {
        PARTNER,
        SELF,
        /// A member that this one has not agreed to exchange messages with.
        NO_PARTNER
    }

    /// What can be said about its keys.
    public enum Keys {
        VALID,
        ENDING_SOON,
        /// Nothing can be encrypted to it.
        NONE
    }

    public NodeId code() {
        return member.code();
    }

    public ContactPoint point() {
        return member.contact();
    }

    public Optional<Instant> keyEnds(Instant now) {
        return member.encryptionPair(now).map(EncryptionPair::encryptUntil);
    }

    public Keys keys(Instant now) {
        return keyEnds(now)
                .map(end -> end.isBefore(now.plus(KEY_ENDS_SOON)) ? Keys.ENDING_SOON : Keys.VALID)
                .orElse(Keys.NONE);
    }

    /// Whether a message can be encrypted to it now.
    public boolean canBeWrittenTo(Instant now) {
        return relation == Relation.PARTNER && member.status() == MemberStatus.ACTIVE && keys(now) != Keys.NONE;
    }

    /// By which days its clocks count from now on.
    public WorkingCalendar calendar() {
        return point().workingCalendar();
    }

    /// Its next working day, if today is none there.
    public Optional<LocalDate> worksAgain(Instant now) {
        var today = localTime(now).toLocalDate();
        return calendar().works(today)
                ? Optional.empty()
                : Optional.of(calendar().nextAfter(today));
    }

    public ZonedDateTime localTime(Instant now) {
        return now.atZone(ZoneId.of(point().zone()));
    }

    /// Since when it does not answer, if so.
    public Optional<Instant> silentSince(Instant now) {
        return standing.silentSince(now);
    }
}
