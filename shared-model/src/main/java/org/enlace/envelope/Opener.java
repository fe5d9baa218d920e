package org.enlace.envelope;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;

/// The one verifier. Every way in uses it: live, repeated, restored, imported.
///
/// @see <a href="../../../../../../docs/protocol.md#8-opening">protocol §8</a>
public final class Opener {
    private final Primitives primitives;
    private final Verification verification;

    public Opener(Suite suite) {
        this.primitives = suite.primitives();
        this.verification = new Verification(primitives);
    }

    /// @param envelope as it left the broker
    /// @param topic Kafka topic it came on
    /// @return `Refused` for anything the sender or the broker can have got wrong; never throws for bytes
    public Opening open(
            byte[] envelope, String topic, DecryptionKeys mine, TrustedDirectories directories, Instant receivedAt) {
        try {
            Decrypted decrypted = decrypt(envelope, mine);
            NodeId me = verification
                    .reader(directories, decrypted.kemAddress())
                    .orElseThrow(() -> new Refusing(Refusal.NOT_FOR_US));
            return verification.live(decrypted.signedData(), me, topic, directories, receivedAt, decrypted.readers());
        } catch (Refusing refusing) {
            return new Refused(refusing.why(), Optional.empty());
        }
    }

    /// What an envelope claims that was refused because the keys of its sender were not valid, or other than for
    /// what it is.
    public Optional<Claim> claim(byte[] envelope, DecryptionKeys mine, TrustedDirectories directories) {
        try {
            Decrypted decrypted = decrypt(envelope, mine);
            NodeId me = verification
                    .reader(directories, decrypted.kemAddress())
                    .orElseThrow(() -> new Refusing(Refusal.NOT_FOR_US));
            return Optional.of(verification.claim(decrypted.signedData(), me, directories));
        } catch (Refusing refusing) {
            return Optional.empty();
        }
    }

    /// Whether an envelope that none of these keys opens is encrypted to a key that the directory lists as this
    /// member's: it is for us, and the key is not here.
    public boolean missesKey(byte[] envelope, NodeId me, DecryptionKeys mine, TrustedDirectories directories) {
        try {
            return new KemLayer(primitives)
                    .recipients(AuthEnvelope.parse(envelope).recipients()).keySet().stream()
                            .filter(address -> mine.byKemKeyId(address.bytes()).isEmpty())
                            .anyMatch(address -> verification.reads(me, directories, address));
        } catch (Refusing refusing) {
            return false;
        }
    }

    /// Proves again what was opened before and kept: everything but decryption and freshness. Sender and keys
    /// are judged by the directory as it could be known then, so what was accepted reads for ever.
    ///
    /// @param receivedAt when it was opened first
    public Opening reopen(byte[] signedData, NodeId me, TrustedDirectories directories, Instant receivedAt) {
        try {
            return verification.stored(signedData, me, directories, receivedAt);
        } catch (Refusing refusing) {
            return new Refused(refusing.why(), Optional.empty());
        }
    }

    /// What the two layers hid, and whom they name.
    private static final class Decrypted {
        private final byte[] signedData;
        private final Address kemAddress;
        private final Readers readers;

        private Decrypted(byte[] signedData, Address kemAddress, Readers readers) {
            this.signedData = signedData;
            this.kemAddress = kemAddress;
            this.readers = readers;
        }

        private byte[] signedData() {
            return signedData;
        }

        private Address kemAddress() {
            return kemAddress;
        }

        private Readers readers() {
            return readers;
        }
    }

    /// The key identifiers that the layers of one envelope name.
    record Readers(Set<Address> kem, Set<Address> ec) {}

    private Decrypted decrypt(byte[] envelope, DecryptionKeys mine) throws Refusing {
        Refusing.unless(envelope.length <= Limits.ENVELOPE_MAX, Refusal.TOO_LARGE);
        KemLayer kemLayer = new KemLayer(primitives);
        AuthEnvelope outer = AuthEnvelope.parse(envelope);
        Map<Address, KEMRecipientInfo> kem = kemLayer.recipients(outer.recipients());
        for (Map.Entry<Address, KEMRecipientInfo> recipient : kem.entrySet()) {
            Optional<DecryptionPair> pair = mine.byKemKeyId(recipient.getKey().bytes());
            if (pair.isPresent()) {
                byte[] inner = open(
                        outer, kemLayer.unwrap(recipient.getValue(), pair.get().kem()));
                return decryptInner(inner, pair.get(), recipient.getKey(), kem.keySet());
            }
        }
        throw new Refusing(Refusal.NOT_FOR_US);
    }

    private Decrypted decryptInner(byte[] bytes, DecryptionPair pair, Address kemAddress, Set<Address> kem)
            throws Refusing {
        EcdhLayer ecLayer = new EcdhLayer(primitives);
        AuthEnvelope inner = AuthEnvelope.parse(bytes);
        Map<Address, EcdhLayer.Entry> ec = ecLayer.recipients(inner.recipients());
        EcdhLayer.Entry entry =
                KeyIndex.address(pair.certEc()).map(ec::get).orElseThrow(() -> new Refusing(Refusal.NOT_FOR_US));
        byte[] signedData = open(inner, ecLayer.unwrap(entry, pair.ec()));
        return new Decrypted(signedData, kemAddress, new Readers(Set.copyOf(kem), Set.copyOf(ec.keySet())));
    }

    private byte[] open(AuthEnvelope envelope, byte[] contentKey) throws Refusing {
        try {
            return envelope.cipher().open(primitives, contentKey);
        } catch (GeneralSecurityException | RuntimeException wrongTag) {
            throw new Refusing(Refusal.DECRYPTION);
        }
    }
}
