package org.enlace.node.directory;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TrustedDirectories;
import org.enlace.lifecycle.WorkingCalendar;
import org.enlace.message.NodeId;

/// The directory that this node trusts now. It only ever moves forward.
public class CurrentDirectory {
    private final NodeId self;
    private final Clock clock;
    private volatile TrustedDirectories trusted;

    CurrentDirectory(NodeId self, Clock clock, TrustedDirectories trusted) {
        this.self = self;
        this.clock = clock;
        this.trusted = trusted;
    }

    /// This version and all before it.
    public TrustedDirectories trusted() {
        return trusted;
    }

    public Directory current() {
        return trusted.current().content();
    }

    /// The name of this node, whether or not the directory lists it.
    public NodeId code() {
        return self;
    }

    /// This node as the directory lists it.
    public Member self() {
        return current()
                .member(self)
                .orElseThrow(() -> new IllegalStateException(
                        "The directory does not list " + self + " any more; this node cannot exchange messages"));
    }

    /// How the desk of a member calls itself; empty for one that is not listed.
    public String unit(NodeId member) {
        return current().member(member).map(listed -> listed.contact().unit()).orElse("");
    }

    /// By which days a member's clocks count for what goes by the directory as it is now. Nobody's own setting says it:
    /// partners could not count by that.
    public WorkingCalendar calendar(NodeId member) {
        return calendar(member, current().version());
    }

    /// The same for a message that went by this version. Both sides have it, so both see the same moment, whatever
    /// versions came since: a clock that runs is not moved.
    public WorkingCalendar calendar(NodeId member, int version) {
        return trusted.version(version)
                .map(SignedDirectory::content)
                .orElseGet(this::current)
                .member(member)
                .map(listed -> listed.contact().workingCalendar())
                // Nobody is owed anything by whom the directory does not list.
                .orElseGet(() -> WorkingCalendar.weekdays(ZoneOffset.UTC));
    }

    /// The members that this node exchanges messages with, whatever their status: each names the other.
    public List<Member> partners() {
        List<NodeId> codes = self().partners();
        return current().members().stream()
                .filter(member -> codes.contains(member.code()))
                .filter(member -> member.partners().contains(self))
                .toList();
    }

    /// Whether messages may leave: the directory has not expired and this member is active.
    public boolean sendingAllowed() {
        return !trusted.current().expiredAt(clock.instant()) && self().status() == MemberStatus.ACTIVE;
    }

    void replace(TrustedDirectories next) {
        trusted = next;
    }
}
