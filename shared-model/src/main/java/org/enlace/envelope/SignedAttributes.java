package org.enlace.envelope;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;

/// The signed attributes of one signature: exactly content type, message digest, signing time and signing
/// certificate, each with one value; and algorithm protection, which may be missing because `openssl cms
/// -sign` cannot make it. What it protects is fixed by the suite anyway.
final class SignedAttributes {
    private static final ASN1ObjectIdentifier CERTIFICATE = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
    private static final Set<ASN1ObjectIdentifier> DEMANDED =
            Set.of(CMSAttributes.contentType, CMSAttributes.messageDigest, CMSAttributes.signingTime, CERTIFICATE);

    private final ASN1Set set;
    private final byte[] bytes;
    private final ESSCertIDv2 certificate;

    private SignedAttributes(ASN1Set set, byte[] bytes, ESSCertIDv2 certificate) {
        this.set = set;
        this.bytes = bytes;
        this.certificate = certificate;
    }

    static SignedAttributes of(SignerInfo info, byte[] digest) throws Refusing {
        try {
            ASN1Set set = info.getAuthenticatedAttributes();
            Refusing.unless(set != null, Refusal.SIGNED_ATTRIBUTES);
            Map<ASN1ObjectIdentifier, ASN1Encodable> values = values(set);
            CMSAlgorithmProtection protection =
                    CMSAlgorithmProtection.getInstance(values.remove(CMSAttributes.cmsAlgorithmProtect));
            Refusing.unless(
                    values.keySet().equals(DEMANDED)
                            && (protection == null || protects(protection, info))
                            && Algorithms.MESSAGE.equals(values.get(CMSAttributes.contentType))
                            && Arrays.equals(
                                    digest,
                                    ASN1OctetString.getInstance(values.get(CMSAttributes.messageDigest))
                                            .getOctets())
                            && Time.getInstance(values.get(CMSAttributes.signingTime)) != null,
                    Refusal.SIGNED_ATTRIBUTES);
            SigningCertificateV2 signing = SigningCertificateV2.getInstance(values.get(CERTIFICATE));
            Refusing.unless(signing.getCerts().length == 1 && signing.getPolicies() == null, Refusal.SIGNED_ATTRIBUTES);
            return new SignedAttributes(set, set.getEncoded(ASN1Encoding.DER), signing.getCerts()[0]);
        } catch (IOException | RuntimeException malformed) {
            throw new Refusing(Refusal.SIGNED_ATTRIBUTES);
        }
    }

    ASN1Set set() {
        return set;
    }

    /// What the signature is computed over.
    byte[] bytes() {
        return bytes;
    }

    /// Whether the signer says that this is its certificate.
    boolean names(X509Certificate candidate) {
        try {
            byte[] der = candidate.getEncoded();
            String hash;
            if (certificate.getHashAlgorithm().equals(Algorithms.SHA256)) {
                hash = "SHA-256";
            } else if (certificate.getHashAlgorithm().equals(Algorithms.SHA512)) {
                hash = "SHA-512";
            } else {
                return false;
            }
            return Arrays.equals(certificate.getCertHash(), Digests.hash(hash, der))
                    && (certificate.getIssuerSerial() == null || names(certificate.getIssuerSerial(), candidate));
        } catch (CertificateEncodingException | RuntimeException malformed) {
            return false;
        }
    }

    private static boolean names(IssuerSerial issuerSerial, X509Certificate candidate) {
        GeneralName[] names = issuerSerial.getIssuer().getNames();
        return names.length == 1
                && names[0].getTagNo() == GeneralName.directoryName
                && X500Name.getInstance(names[0].getName())
                        .equals(X500Name.getInstance(
                                candidate.getIssuerX500Principal().getEncoded()))
                && issuerSerial.getSerial().hasValue(candidate.getSerialNumber());
    }

    private static boolean protects(CMSAlgorithmProtection protection, SignerInfo info) {
        return protection.getMacAlgorithm() == null
                && info.getDigestAlgorithm().equals(protection.getDigestAlgorithm())
                && info.getDigestEncryptionAlgorithm().equals(protection.getSignatureAlgorithm());
    }

    private static Map<ASN1ObjectIdentifier, ASN1Encodable> values(ASN1Set set) throws Refusing {
        Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();
        for (int i = 0; i < set.size(); i++) {
            Attribute attribute = Attribute.getInstance(set.getObjectAt(i));
            Refusing.unless(
                    attribute.getAttrValues().size() == 1
                            && values.put(
                                            attribute.getAttrType(),
                                            attribute.getAttrValues().getObjectAt(0))
                                    == null,
                    Refusal.SIGNED_ATTRIBUTES);
        }
        return values;
    }
}
