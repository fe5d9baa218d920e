package org.enlace.directory;

import static org.enlace.directory.Officers.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// Changes single fields of a member's entry.
final class Members {
    private Members() {}

    static Member status(Member of, MemberStatus status) {
        return member(of, status, of.sig(), of.enc(), of.topics(), of.partners());
    }

    static Member signing(Member of, List<SigningPair> sig) {
        return member(of, of.status(), sig, of.enc(), of.topics(), of.partners());
    }

    static Member encryption(Member of, List<EncryptionPair> enc) {
        return member(of, of.status(), of.sig(), enc, of.topics(), of.partners());
    }

    static Member topics(Member of, Map<TopicSubject, String> topics) {
        return member(of, of.status(), of.sig(), of.enc(), topics, of.partners());
    }

    static Member partners(Member of, List<NodeId> partners) {
        return member(of, of.status(), of.sig(), of.enc(), of.topics(), partners);
    }

    static Member revoked(Member of, @Nullable Instant revokedAt, @Nullable Instant compromisedSince) {
        return signing(
                of,
                of.sig().stream()
                        .map(pair -> new SigningPair(
                                pair.certEc(),
                                pair.certPq(),
                                pair.notBefore(),
                                pair.notAfter(),
                                revokedAt,
                                compromisedSince))
                        .toList());
    }

    static SigningPair pair(SigningKeys keys) {
        return new SigningPair(
                Certificates.der(keys.certEc()),
                Certificates.der(keys.certPq()),
                NOW,
                NOW.plus(Duration.ofDays(1)),
                null,
                null);
    }

    static Member competent(Member of, String role) {
        return of.with(of.contact().with(role));
    }

    static Member publishing(Member of, PublishedCalendar calendar) {
        return of.with(of.contact().with(calendar));
    }

    static <T> List<T> plus(List<T> first, T one) {
        List<T> more = new ArrayList<>(first);
        more.add(one);
        return more;
    }

    private static Member member(
            Member of,
            MemberStatus status,
            List<SigningPair> sig,
            List<EncryptionPair> enc,
            Map<TopicSubject, String> topics,
            List<NodeId> partners) {
        return new Member(of.code(), status, of.suite(), sig, enc, of.kafkaPrincipal(), topics, partners, of.contact());
    }
}
