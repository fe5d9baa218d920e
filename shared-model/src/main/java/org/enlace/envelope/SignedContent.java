package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.enlace.directory.Certificates;
import org.enlace.directory.SigningKeys;

/// Makes the innermost part: SignedData with two signatures over the same content, without certificates.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652 §5</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9882">RFC 9882</a>
final class SignedContent {
    private final Primitives primitives;
    private final SecureRandom random;

    SignedContent(Primitives primitives, SecureRandom random) {
        this.primitives = primitives;
        this.random = random;
    }

    byte[] sign(SigningKeys mine, byte[] content, Instant at) throws GeneralSecurityException, IOException {
        ASN1Set ecAttributes =
                attributes(mine.certEc(), content, "SHA-256", Algorithms.SHA256, Algorithms.ECDSA_SHA256, at);
        ASN1Set pqAttributes =
                attributes(mine.certPq(), content, "SHA-512", Algorithms.SHA512, Algorithms.ML_DSA_65, at);
        byte[] ecSignature = primitives.signEc(mine.ec(), ecAttributes.getEncoded(ASN1Encoding.DER), random);
        byte[] pqSignature = primitives.signPq(mine.pq(), pqAttributes.getEncoded(ASN1Encoding.DER), random);
        return assemble(
                content,
                signer(mine.certEc(), Algorithms.SHA256, ecAttributes, Algorithms.ECDSA_SHA256, ecSignature),
                signer(mine.certPq(), Algorithms.SHA512, pqAttributes, Algorithms.ML_DSA_65, pqSignature));
    }

    /// The one encoding that these parts have.
    static byte[] assemble(byte[] content, SignerInfo one, SignerInfo other) throws IOException {
        ASN1EncodableVector digests = new ASN1EncodableVector(2);
        digests.add(Algorithms.SHA256);
        digests.add(Algorithms.SHA512);
        ASN1EncodableVector signers = new ASN1EncodableVector(2);
        signers.add(one);
        signers.add(other);
        SignedData data = new SignedData(
                new DERSet(digests),
                new ContentInfo(Algorithms.MESSAGE, new BEROctetString(content)),
                null,
                null,
                new DERSet(signers));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    static SignerInfo signer(
            X509Certificate certificate,
            AlgorithmIdentifier digest,
            ASN1Set attributes,
            AlgorithmIdentifier algorithm,
            byte[] signature) {
        byte[] keyId = Certificates.keyId(certificate)
                .orElseThrow(() -> new IllegalArgumentException("A signing certificate without a key identifier"));
        return new SignerInfo(
                new SignerIdentifier(new DEROctetString(keyId)),
                digest,
                attributes,
                algorithm,
                new DEROctetString(signature),
                (ASN1Set) null);
    }

    private static ASN1Set attributes(
            X509Certificate certificate,
            byte[] content,
            String digestName,
            AlgorithmIdentifier digest,
            AlgorithmIdentifier algorithm,
            Instant at)
            throws GeneralSecurityException {
        ASN1EncodableVector attributes = new ASN1EncodableVector(5);
        attributes.add(attribute(CMSAttributes.contentType, Algorithms.MESSAGE));
        attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(at))));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(Digests.hash(digestName, content))));
        attributes.add(attribute(
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(digest, CMSAlgorithmProtection.SIGNATURE, algorithm)));
        attributes.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(Digests.hash("SHA-256", certificate.getEncoded())))));
        return new DERSet(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
