package org.enlace.trial;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.SigningKeys;
import org.enlace.message.NodeId;

/// Keys that no directory lists, for tests of what must be refused: well made and of another authority, expired, or
/// certified for something else.
public final class StrayKeys {
    private final Ceremony ceremony;
    private final Authority authority;

    public StrayKeys(SecureRandom random, Clock clock) {
        this.ceremony = new Ceremony(random, clock);
        this.authority = ceremony.authority("CN=Some other authority,O=Elsewhere");
    }

    /// Signing keys that look like this member's.
    public SigningKeys signing(NodeId code) {
        return ceremony.signingKeys(authority, "Signing", code, Ceremony.SIGNING_LIFE);
    }

    /// Signing keys whose certificates are valid only then.
    public SigningKeys signing(NodeId code, Instant from, Instant until) {
        String name = "CN=Signing " + code + ",O=Elsewhere";
        Certified ec = authority.issue(name, KeyKind.P256, KeyPurpose.SIGNING, from, until);
        Certified pq = authority.issue(name, KeyKind.ML_DSA_65, KeyPurpose.SIGNING, from, until);
        return new SigningKeys(ec.key(), ec.certificate(), pq.key(), pq.certificate());
    }

    /// Signing keys whose EC certificate allows key agreement only.
    public SigningKeys certifiedForAgreement(NodeId code) {
        SigningKeys keys = signing(code);
        Certified ec = authority.issue(
                "CN=Agreement " + code + ",O=Elsewhere",
                KeyKind.P256,
                KeyPurpose.AGREEMENT,
                ceremony.notBefore(),
                ceremony.now().plus(Ceremony.SIGNING_LIFE));
        return new SigningKeys(ec.key(), ec.certificate(), keys.pq(), keys.certPq());
    }

    /// Decryption keys that look like this member's.
    public DecryptionPair decryption(NodeId code) {
        return ceremony.decryptionPair(authority, code);
    }

    /// TLS client PEM with the name of this member's node, from another authority.
    public byte[] transportPem(NodeId code) {
        return ceremony.pem(ceremony.tls(Ceremony.nodeName(code), KeyPurpose.TLS_CLIENT));
    }
}
