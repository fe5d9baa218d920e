package org.enlace.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.NodeId;

/// One member of the network as the directory lists it.
///
/// @param suite the only suite accepted from this member now: `S1`
/// @param sig signing pairs, old ones stay listed for ever so that old messages still verify
/// @param enc encryption pairs, renewed monthly
/// @param kafkaPrincipal the name the broker knows the member by, derived from its transport certificate
/// @param topics the member's own topics by subject; names are opaque in production
/// @param partners whose topics this member reads and who read its topics
public record Member(
        NodeId code,
        MemberStatus status,
        String suite,
        List<SigningPair> sig,
        List<EncryptionPair> enc,
        String kafkaPrincipal,
        Map<TopicSubject, String> topics,
        List<NodeId> partners,
        ContactPoint contact) {

    public Member {
        sig = List.copyOf(sig);
        enc = List.copyOf(enc);
        topics = Map.copyOf(topics);
        partners = List.copyOf(partners);
    }

    /// The pair that may sign at this moment, if any.
    public Optional<SigningPair> signingPair(Instant at) {
        return sig.stream().filter(pair -> pair.validAt(at)).findFirst();
    }

    /// The newest pair that others may encrypt to at this moment, if any.
    public Optional<EncryptionPair> encryptionPair(Instant at) {
        return enc.stream().filter(pair -> pair.acceptsAt(at)).max(Comparator.comparing(EncryptionPair::notBefore));
    }

    /// The same entry with another contact point.
    public Member with(ContactPoint other) {
        return new Member(code, status, suite, sig, enc, kafkaPrincipal, topics, partners, other);
    }
}
