package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.enlace.directory.Certificates;
import org.enlace.directory.Der;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.Member;
import org.enlace.directory.SigningKeys;
import org.enlace.message.Compartment;
import org.enlace.message.NodeId;

/// Signs a message with both keys of its sender and encrypts it once for all its recipients.
///
/// @see <a href="../../../../../../docs/protocol.md#2-container">protocol §2</a>
public final class Sealer {
    private static final int READERS_MAX = 256;

    private final Primitives primitives;
    private final SecureRandom random;
    private final HeaderJson json = new HeaderJson();
    /// Certificates are read once, not once a message.
    private final Map<Der, Reader> readers = new ConcurrentHashMap<>();

    public Sealer(Suite suite, SecureRandom random) {
        this.primitives = suite.primitives();
        this.random = random;
    }

    /// @param header made by [Header#toSeal]; its commitments are made here
    /// @param contents at least one compartment
    /// @param recipients the members named in the header
    /// @param at the moment at which the recipients' keys must be in use, and the signing time
    /// @throws IllegalArgumentException if a recipient has no key in use, or all of it is too large
    public Sealed seal(
            SigningKeys mine, Header header, Map<Compartment, byte[]> contents, List<Member> recipients, Instant at) {
        if (!Set.copyOf(header.recipients()).equals(codes(recipients))) {
            throw new IllegalArgumentException("The header and the list of recipients differ");
        }
        Payload payload = Payload.of(contents, random);
        byte[] content = payload.after(json.write(header.with(payload.commitments())));
        try {
            byte[] signedData = new SignedContent(primitives, random).sign(mine, content, at);
            return new Sealed(wrap(signedData, recipients, at), signedData);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Signing failed; check the signing keys", e);
        }
    }

    /// Encrypts again what was signed before, to the keys that these recipients have now. It stays the same
    /// message.
    ///
    /// @param recipients some or all of those in its header
    /// @return the envelope
    public byte[] wrap(byte[] signedData, List<Member> recipients, Instant at) {
        Map<Address, PublicKey> ec = new LinkedHashMap<>();
        Map<Address, PublicKey> kem = new LinkedHashMap<>();
        for (Member recipient : recipients) {
            EncryptionPair pair = recipient
                    .encryptionPair(at)
                    .orElseThrow(() ->
                            new IllegalArgumentException(recipient.code() + " has no encryption key in use at " + at));
            add(ec, pair.certEc());
            add(kem, pair.certKem());
        }
        try {
            byte[] innerKey = AuthEnvelope.contentKey(random);
            byte[] inner = AuthEnvelope.build(
                    primitives, random, innerKey, new EcdhLayer(primitives).wrap(innerKey, ec, random), signedData);
            byte[] outerKey = AuthEnvelope.contentKey(random);
            return AuthEnvelope.build(
                    primitives, random, outerKey, new KemLayer(primitives).wrap(outerKey, kem, random), inner);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Encryption failed; check the recipients' certificates", e);
        }
    }

    private void add(Map<Address, PublicKey> keys, Der der) {
        if (readers.size() > READERS_MAX) {
            readers.clear();
        }
        Reader reader = readers.computeIfAbsent(der, Sealer::read);
        keys.put(reader.address(), reader.key());
    }

    private static Reader read(Der der) {
        X509Certificate certificate = Certificates.read(der);
        Address address = KeyIndex.address(certificate)
                .orElseThrow(() -> new IllegalArgumentException("An encryption certificate without a key identifier"));
        return new Reader(address, certificate.getPublicKey());
    }

    private record Reader(Address address, PublicKey key) {}

    private static Set<NodeId> codes(List<Member> members) {
        return members.stream().map(Member::code).collect(Collectors.toSet());
    }
}
