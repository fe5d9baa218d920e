package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;

/// The inner layer's recipients: ephemeral-static ECDH on P-256, one ephemeral key for all, AES-256 key wrap.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5753#section-3.1">RFC 5753 §3.1</a>
final class EcdhLayer {
    private static final int POINT_BYTES = 65;
    private static final int UNCOMPRESSED = 4;

    private final Primitives primitives;

    EcdhLayer(Primitives primitives) {
        this.primitives = primitives;
    }

    /// What one recipient needs: whose ephemeral key, how the wrapping key is derived, the wrapped key.
    record Entry(OriginatorPublicKey ephemeral, AlgorithmIdentifier wrap, RecipientEncryptedKey key) {}

    ASN1Set wrap(byte[] contentKey, Map<Address, PublicKey> recipients, SecureRandom random)
            throws GeneralSecurityException, IOException {
        KeyPair ephemeral = primitives.ephemeral(random);
        ASN1EncodableVector keys = new ASN1EncodableVector(recipients.size());
        for (Map.Entry<Address, PublicKey> recipient : recipients.entrySet()) {
            byte[] secret = primitives.agree(ephemeral.getPrivate(), recipient.getValue());
            byte[] wrappingKey = KeyWrap.x963(secret, sharedInfo(Algorithms.AES256_WRAP));
            keys.add(key(recipient.getKey(), KeyWrap.wrap(wrappingKey, contentKey)));
        }
        byte[] point = SubjectPublicKeyInfo.getInstance(ephemeral.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        return new DERSet(
                info(new OriginatorPublicKey(Algorithms.EC_KEY, point), Algorithms.AES256_WRAP, new DERSequence(keys)));
    }

    private static RecipientEncryptedKey key(Address address, byte[] wrappedKey) {
        return new RecipientEncryptedKey(
                new KeyAgreeRecipientIdentifier(new RecipientKeyIdentifier(address.bytes())),
                new DEROctetString(wrappedKey));
    }

    private static RecipientInfo info(OriginatorPublicKey ephemeral, AlgorithmIdentifier wrap, ASN1Sequence keys) {
        return new RecipientInfo(new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(ephemeral),
                null,
                new AlgorithmIdentifier(Algorithms.ECDH_SHA256_KDF, wrap),
                keys));
    }

    /// Who can open this layer, in the order of the wire; refuses any other kind of recipient.
    Map<Address, Entry> recipients(ASN1Set infos) throws Refusing {
        Map<Address, Entry> recipients = new LinkedHashMap<>();
        try {
            for (int i = 0; i < infos.size(); i++) {
                if (!(RecipientInfo.getInstance(infos.getObjectAt(i)).getInfo()
                        instanceof KeyAgreeRecipientInfo info)) {
                    throw new Refusing(Refusal.SUITE);
                }
                AlgorithmIdentifier wrap = wrapAlgorithm(info);
                OriginatorPublicKey ephemeral = ephemeral(info);
                ASN1Sequence keys = info.getRecipientEncryptedKeys();
                ASN1EncodableVector only = new ASN1EncodableVector(keys.size());
                for (int k = 0; k < keys.size(); k++) {
                    RecipientEncryptedKey key = RecipientEncryptedKey.getInstance(keys.getObjectAt(k));
                    Address address = address(key);
                    only.add(key(address, key.getEncryptedKey().getOctets()));
                    Refusing.unless(
                            recipients.put(address, new Entry(ephemeral, wrap, key)) == null
                                    && recipients.size() <= Header.RECIPIENTS_MAX,
                            Refusal.NOT_AN_ENVELOPE);
                }
                Refusing.unless(
                        info(ephemeral, wrap, new DERSequence(only))
                                .toASN1Primitive()
                                .equals(infos.getObjectAt(i).toASN1Primitive()),
                        Refusal.NOT_AN_ENVELOPE);
            }
        } catch (RuntimeException malformed) {
            throw new Refusing(Refusal.NOT_AN_ENVELOPE);
        }
        return recipients;
    }

    byte[] unwrap(Entry entry, PrivateKey mine) throws Refusing {
        try {
            byte[] secret = primitives.agree(mine, publicKey(entry.ephemeral()));
            byte[] wrappingKey = KeyWrap.x963(secret, sharedInfo(entry.wrap()));
            return KeyWrap.unwrap(wrappingKey, entry.key().getEncryptedKey().getOctets());
        } catch (GeneralSecurityException | InvalidCipherTextException | IOException | RuntimeException e) {
            throw new Refusing(Refusal.DECRYPTION);
        }
    }

    private static AlgorithmIdentifier wrapAlgorithm(KeyAgreeRecipientInfo info) throws Refusing {
        AlgorithmIdentifier agreement = info.getKeyEncryptionAlgorithm();
        AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(agreement.getParameters());
        Refusing.unless(
                agreement.getAlgorithm().equals(Algorithms.ECDH_SHA256_KDF)
                        && wrap.getAlgorithm().equals(Algorithms.AES256_WRAP.getAlgorithm())
                        && (wrap.getParameters() == null || DERNull.INSTANCE.equals(wrap.getParameters()))
                        && info.getUserKeyingMaterial() == null
                        && info.getVersion().hasValue(3),
                Refusal.SUITE);
        return wrap;
    }

    private static OriginatorPublicKey ephemeral(KeyAgreeRecipientInfo info) throws Refusing {
        OriginatorPublicKey key = info.getOriginator().getOriginatorKey();
        Refusing.unless(key != null, Refusal.SUITE);
        return checked(key);
    }

    /// The curve is ours, whatever the parameters; but anything else than none, NULL or P-256 there is refused.
    static OriginatorPublicKey checked(OriginatorPublicKey key) throws Refusing {
        AlgorithmIdentifier algorithm = key.getAlgorithm();
        byte[] point = key.getPublicKeyData().getOctets();
        Refusing.unless(
                (algorithm.equals(Algorithms.EC_KEY)
                                || algorithm.equals(Algorithms.EC_P256_KEY)
                                || algorithm.equals(
                                        new AlgorithmIdentifier(Algorithms.EC_KEY.getAlgorithm(), DERNull.INSTANCE)))
                        && point.length == POINT_BYTES
                        && point[0] == UNCOMPRESSED,
                Refusal.SUITE);
        return key;
    }

    PublicKey publicKey(OriginatorPublicKey key) throws GeneralSecurityException, IOException {
        SubjectPublicKeyInfo info = new SubjectPublicKeyInfo(
                Algorithms.EC_P256_KEY, key.getPublicKeyData().getOctets());
        return KeyFactory.getInstance("EC", primitives.ecdh())
                .generatePublic(new X509EncodedKeySpec(info.getEncoded(ASN1Encoding.DER)));
    }

    private static Address address(RecipientEncryptedKey key) throws Refusing {
        RecipientKeyIdentifier id = key.getIdentifier().getRKeyID();
        if (id == null || id.getDate() != null || id.getOtherKeyAttribute() != null) {
            throw new Refusing(Refusal.NOT_AN_ENVELOPE);
        }
        return Address.of(id.getSubjectKeyIdentifier().getOctets());
    }

    private static byte[] sharedInfo(AlgorithmIdentifier wrap) throws IOException {
        byte[] bits = {0, 0, 1, 0};
        return new ECCCMSSharedInfo(wrap, bits).getEncoded(ASN1Encoding.DER);
    }
}
