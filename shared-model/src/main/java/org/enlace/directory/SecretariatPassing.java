package org.enlace.directory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// The role of the Secretariat passes on, in one version of the directory: it leaves one entry and enters another, and
/// nothing else changes. So there is no moment with two, and none without.
///
/// @param from who has it until then; null if nobody does
public record SecretariatPassing(@Nullable NodeId from, NodeId to) {
    /// Plays partners in exercises and is no state.
    private static final NodeId EXERCISE_PARTNER = new NodeId("ZZ");

    /// Why a member cannot be the Secretariat.
    public enum Hindrance {
        NOT_LISTED,
        NO_STATE,
        IS_SECRETARIAT,
        NOT_ACTIVE,
        /// Nothing can be encrypted to it.
        KEY_MISSING,
        /// Somebody who returns statistics exchanges no messages with it.
        NOT_REACHED
    }

    /// Everything that stands against it.
    public static Set<Hindrance> against(Directory now, NodeId to, Instant at) {
        Set<Hindrance> against = EnumSet.noneOf(Hindrance.class);
        Optional<Member> member = now.member(to);
        if (member.isEmpty()) {
            against.add(Hindrance.NOT_LISTED);
            return against;
        }
        if (to.equals(EXERCISE_PARTNER)) {
            against.add(Hindrance.NO_STATE);
        }
        if (holds(member.get())) {
            against.add(Hindrance.IS_SECRETARIAT);
        }
        if (member.get().status() != MemberStatus.ACTIVE) {
            against.add(Hindrance.NOT_ACTIVE);
        }
        if (member.get().encryptionPair(at).isEmpty()) {
            against.add(Hindrance.KEY_MISSING);
        }
        if (!unreached(now, member.get()).isEmpty()) {
            against.add(Hindrance.NOT_REACHED);
        }
        return against;
    }

    /// Active members whose returns could not reach this one, because the two are no partners.
    public static List<NodeId> unreached(Directory now, Member to) {
        return now.members().stream()
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .filter(member ->
                        !member.code().equals(to.code()) && !member.code().equals(EXERCISE_PARTNER))
                .filter(member ->
                        !member.partners().contains(to.code()) || !to.partners().contains(member.code()))
                .map(Member::code)
                .toList();
    }

    /// The next version in which it passes on, for the officers to sign.
    ///
    /// @throws IllegalArgumentException if anything stands against it
    public static DirectoryProposal proposed(SignedDirectory current, NodeId to, Instant at) {
        Directory now = current.content();
        if (!against(now, to, at).isEmpty()) {
            throw new IllegalArgumentException("Cannot be the Secretariat: " + against(now, to, at));
        }
        return DirectoryProposal.of(current, now.next(current.hash(), at, members(now, to)));
    }

    /// What happens between two versions, if it is this and nothing else.
    public static Optional<SecretariatPassing> between(Directory before, Directory after) {
        return after.members().stream()
                .filter(SecretariatPassing::holds)
                .map(Member::code)
                .filter(to -> before.member(to).filter(member -> !holds(member)).isPresent())
                .filter(to -> after.members().equals(members(before, to)))
                .filter(_ -> after.changesOnly(before, before.members()))
                .map(to -> new SecretariatPassing(holder(before), to))
                .findFirst();
    }

    /// Who has the role, whatever their status: a suspended member keeps it and is asked nothing.
    public static @Nullable NodeId holder(Directory directory) {
        return directory.members().stream()
                .filter(SecretariatPassing::holds)
                .map(Member::code)
                .findFirst()
                .orElse(null);
    }

    private static List<Member> members(Directory of, NodeId to) {
        return of.members().stream()
                .map(member -> member.code().equals(to)
                        ? member.with(member.contact().with(ContactPoint.SECRETARIAT))
                        : member.with(member.contact().without(ContactPoint.SECRETARIAT)))
                .toList();
    }

    private static boolean holds(Member member) {
        return member.contact().roles().contains(ContactPoint.SECRETARIAT);
    }
}
