package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.KEM;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;

/// The outer layer's recipients: ML-KEM-1024, HKDF-SHA256, AES-256 key wrap.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9629">RFC 9629</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9936">RFC 9936</a>
final class KemLayer {
    private final Primitives primitives;

    KemLayer(Primitives primitives) {
        this.primitives = primitives;
    }

    ASN1Set wrap(byte[] contentKey, Map<Address, PublicKey> recipients, SecureRandom random)
            throws GeneralSecurityException, IOException {
        ASN1EncodableVector infos = new ASN1EncodableVector(recipients.size());
        for (Map.Entry<Address, PublicKey> recipient : recipients.entrySet()) {
            KEM.Encapsulated made = primitives.encapsulate(recipient.getValue(), random);
            byte[] wrappingKey = KeyWrap.hkdf(made.key().getEncoded(), derivationInfo());
            infos.add(info(recipient.getKey(), made.encapsulation(), KeyWrap.wrap(wrappingKey, contentKey)));
        }
        return new DERSet(infos);
    }

    private static RecipientInfo info(Address address, byte[] encapsulation, byte[] wrappedKey) {
        return new RecipientInfo(new OtherRecipientInfo(
                CMSObjectIdentifiers.id_ori_kem,
                new KEMRecipientInfo(
                        new RecipientIdentifier(new DEROctetString(address.bytes())),
                        Algorithms.ML_KEM_1024,
                        new DEROctetString(encapsulation),
                        Algorithms.HKDF_SHA256,
                        new ASN1Integer(Primitives.KEY_BYTES),
                        null,
                        Algorithms.AES256_WRAP,
                        new DEROctetString(wrappedKey))));
    }

    /// Who can open this layer, in the order of the wire; refuses any other kind of recipient.
    Map<Address, KEMRecipientInfo> recipients(ASN1Set infos) throws Refusing {
        Map<Address, KEMRecipientInfo> recipients = new LinkedHashMap<>();
        try {
            for (int i = 0; i < infos.size(); i++) {
                if (!(RecipientInfo.getInstance(infos.getObjectAt(i)).getInfo() instanceof OtherRecipientInfo other)
                        || !other.getType().equals(CMSObjectIdentifiers.id_ori_kem)) {
                    throw new Refusing(Refusal.SUITE);
                }
                KEMRecipientInfo info = KEMRecipientInfo.getInstance(other.getValue());
                check(info);
                Address address = address(info);
                RecipientInfo only = info(
                        address,
                        info.getKemct().getOctets(),
                        info.getEncryptedKey().getOctets());
                Refusing.unless(
                        only.toASN1Primitive().equals(infos.getObjectAt(i).toASN1Primitive())
                                && recipients.put(address, info) == null
                                && recipients.size() <= Header.RECIPIENTS_MAX,
                        Refusal.NOT_AN_ENVELOPE);
            }
        } catch (RuntimeException malformed) {
            throw new Refusing(Refusal.NOT_AN_ENVELOPE);
        }
        return recipients;
    }

    byte[] unwrap(KEMRecipientInfo info, PrivateKey mine) throws Refusing {
        try {
            byte[] secret = primitives.decapsulate(mine, info.getKemct().getOctets());
            return KeyWrap.unwrap(
                    KeyWrap.hkdf(secret, derivationInfo()),
                    info.getEncryptedKey().getOctets());
        } catch (GeneralSecurityException | InvalidCipherTextException | IOException | RuntimeException e) {
            throw new Refusing(Refusal.DECRYPTION);
        }
    }

    private static void check(KEMRecipientInfo info) throws Refusing {
        Refusing.unless(
                info.getKem().equals(Algorithms.ML_KEM_1024)
                        && info.getKdf().equals(Algorithms.HKDF_SHA256)
                        && info.getWrap().equals(Algorithms.AES256_WRAP)
                        && info.getKekLength() == Primitives.KEY_BYTES
                        && info.getUkm() == null,
                Refusal.SUITE);
    }

    private static Address address(KEMRecipientInfo info) throws Refusing {
        ASN1Primitive id = info.getRecipientIdentifier().getId().toASN1Primitive();
        if (!(id instanceof ASN1OctetString keyId)) {
            throw new Refusing(Refusal.NOT_AN_ENVELOPE);
        }
        return Address.of(keyId.getOctets());
    }

    private static byte[] derivationInfo() throws IOException {
        return new CMSORIforKEMOtherInfo(Algorithms.AES256_WRAP, Primitives.KEY_BYTES).getEncoded(ASN1Encoding.DER);
    }
}
