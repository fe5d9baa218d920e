package org.enlace.directory;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Which of a version's signatures belong to which officers. Each SignerInfo must be used by one officer, verify, and
/// have exactly the form our signer writes: an attacker may drop the signed attributes of a valid signature and pass
/// off their bytes as content, and libraries call that valid (draft-ietf-lamps-cms-euf-cma-signeddata).
final class OfficerSignatures {
    private static final Set<ASN1ObjectIdentifier> SIGNED_ATTRIBUTES = Set.of(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.signingTime,
            CMSAttributes.cmsAlgorithmProtect,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private final Map<String, SignerInformation> signers = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /// Reads for each SignerInfo which certificate it claims; no signature is verified yet.
    OfficerSignatures(List<SignerInformation> signers) throws RejectedDirectory {
        for (SignerInformation signer : signers) {
            boolean first = this.signers.putIfAbsent(claimedCertificate(signer), signer) == null;
            RejectedDirectory.unless(first, DirectoryRejection.SIGNATURE_FORM);
        }
    }

    /// Those of these officers who signed with both keys.
    List<DirectoryOfficer> verifiedOf(List<DirectoryOfficer> officers) throws RejectedDirectory {
        List<DirectoryOfficer> signed = new ArrayList<>();
        for (DirectoryOfficer officer : officers) {
            String ec = Fingerprint.of(officer.certEc().bytes());
            String pq = Fingerprint.of(officer.certPq().bytes());
            SignerInformation byEc = signers.get(ec);
            SignerInformation byPq = signers.get(pq);
            if (byEc == null && byPq == null) {
                continue;
            }
            if (byEc == null || byPq == null) {
                throw new RejectedDirectory(DirectoryRejection.UNKNOWN_SIGNER);
            }
            verify(byEc, officer.certEc(), X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256);
            verify(byPq, officer.certPq(), NISTObjectIdentifiers.id_ml_dsa_65, NISTObjectIdentifiers.id_sha512);
            used.add(ec);
            used.add(pq);
            signed.add(officer);
        }
        return signed;
    }

    boolean allUsed() {
        return used.containsAll(signers.keySet());
    }

    /// How many independent hands signed: distinct members, distinct keys, whichever is less, so that neither one key
    /// under two names nor two officers of one member count twice.
    static int distinct(List<DirectoryOfficer> officers) {
        long members =
                officers.stream().map(DirectoryOfficer::member).distinct().count();
        long ec = officers.stream()
                .map(officer -> publicKey(officer.certEc()))
                .distinct()
                .count();
        long pq = officers.stream()
                .map(officer -> publicKey(officer.certPq()))
                .distinct()
                .count();
        return Math.toIntExact(Math.min(members, Math.min(ec, pq)));
    }

    static Der publicKey(Der certificate) {
        return new Der(Certificates.read(certificate).getPublicKey().getEncoded());
    }

    private static String claimedCertificate(SignerInformation signer) throws RejectedDirectory {
        try {
            AttributeTable attributes = signer.getSignedAttributes();
            boolean form = attributes != null
                    && hasExactlyOurs(attributes)
                    && signer.getUnsignedAttributes() == null
                    && signer.getCounterSignatures().size() == 0;
            RejectedDirectory.unless(form, DirectoryRejection.SIGNATURE_FORM);
            ESSCertIDv2[] ids = SigningCertificateV2.getInstance(
                            attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                                    .getAttributeValues()[0])
                    .getCerts();
            boolean sha256 =
                    ids.length == 1 && ids[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256);
            RejectedDirectory.unless(sha256, DirectoryRejection.SIGNATURE_FORM);
            return HexFormat.of().formatHex(ids[0].getCertHash());
        } catch (RuntimeException e) {
            throw new RejectedDirectory(DirectoryRejection.SIGNATURE_FORM);
        }
    }

    private static boolean hasExactlyOurs(AttributeTable attributes) {
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        ASN1EncodableVector each = attributes.toASN1EncodableVector();
        for (int i = 0; i < each.size(); i++) {
            Attribute attribute = Attribute.getInstance(each.get(i));
            if (!seen.add(attribute.getAttrType()) || attribute.getAttrValues().size() != 1) {
                return false;
            }
        }
        return seen.equals(SIGNED_ATTRIBUTES);
    }

    private static void verify(
            SignerInformation signer, Der pinned, ASN1ObjectIdentifier signature, ASN1ObjectIdentifier digest)
            throws RejectedDirectory {
        try {
            X509Certificate certificate = Certificates.read(pinned);
            boolean form = signer.getSID().match(new JcaX509CertificateHolder(certificate))
                    && signer.getEncryptionAlgOID().equals(signature.getId())
                    && signer.getDigestAlgOID().equals(digest.getId());
            RejectedDirectory.unless(form, DirectoryRejection.SIGNATURE_FORM);
            // The verifier must not judge the certificate's dates by the signer's own clock; dates are judged by ours.
            boolean valid = signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Certificates.BOUNCY_CASTLE)
                    .build(certificate.getPublicKey()));
            RejectedDirectory.unless(valid, DirectoryRejection.SIGNATURE);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new RejectedDirectory(DirectoryRejection.SIGNATURE);
        } catch (RuntimeException e) {
            throw new RejectedDirectory(DirectoryRejection.SIGNATURE_FORM);
        }
    }
}
