package org.enlace.trial;

import java.time.Instant;
import java.util.List;
import org.enlace.directory.ContactPoint;
import org.enlace.directory.Directory;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SigningPair;
import org.enlace.message.NodeId;

/// Copies of directory entries with one part changed.
final class Change {
    private Change() {}

    static Directory members(Directory of, List<Member> members) {
        return new Directory(
                of.v(),
                of.version(),
                of.prevHash(),
                of.issuedAt(),
                of.expiresAt(),
                of.threshold(),
                of.topic(),
                of.officers(),
                members);
    }

    static Member status(Member of, MemberStatus status) {
        return member(of, status, of.sig(), of.enc(), of.partners());
    }

    static Member signing(Member of, List<SigningPair> sig) {
        return member(of, of.status(), sig, of.enc(), of.partners());
    }

    static Member encryption(Member of, List<EncryptionPair> enc) {
        return member(of, of.status(), of.sig(), enc, of.partners());
    }

    static Member partners(Member of, List<NodeId> partners) {
        return member(of, of.status(), of.sig(), of.enc(), partners);
    }

    static Member secretariat(Member of) {
        return of.with(of.contact().with(ContactPoint.SECRETARIAT));
    }

    static SigningPair revoked(SigningPair of, Instant revokedAt, Instant compromisedSince) {
        return new SigningPair(of.certEc(), of.certPq(), of.notBefore(), of.notAfter(), revokedAt, compromisedSince);
    }

    private static Member member(
            Member of, MemberStatus status, List<SigningPair> sig, List<EncryptionPair> enc, List<NodeId> partners) {
        return new Member(
                of.code(), status, of.suite(), sig, enc, of.kafkaPrincipal(), of.topics(), partners, of.contact());
    }
}
