package org.enlace.directory;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/// The container of a version of the directory, taken apart and checked for its form only; nothing here is trusted yet.
final class DirectoryCms {
    /// Says that signed bytes are a version of the directory, so that no other signed thing can pass for one.
    static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2.4");

    static final int BYTES_MAX = 2_000_000;
    private static final int SIGNERS_MAX = 128;

    private final byte[] json;
    private final List<SignerInformation> signers;

    private DirectoryCms(byte[] json, List<SignerInformation> signers) {
        this.json = json;
        this.signers = signers;
    }

    /// The signed content, to be parsed only after enough signatures verified.
    byte[] json() {
        return json.clone();
    }

    /// How the version is called whose content this is.
    String hash() {
        return Fingerprint.of(json);
    }

    List<SignerInformation> signers() {
        return signers;
    }

    static DirectoryCms parse(byte[] bytes) throws RejectedDirectory {
        RejectedDirectory.unless(bytes.length <= BYTES_MAX, DirectoryRejection.TOO_LARGE);
        try {
            ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes));
            boolean form = outer != null
                    && outer.getContentType().equals(CMSObjectIdentifiers.signedData)
                    && Arrays.equals(outer.getEncoded("DER"), bytes);
            RejectedDirectory.unless(form, DirectoryRejection.NOT_A_DIRECTORY);
            return parse(outer);
        } catch (IOException | CMSException | RuntimeException | StackOverflowError e) {
            // A neighbour can nest ASN.1 deeply enough to exhaust the stack; that too is only a refusal.
            throw new RejectedDirectory(DirectoryRejection.NOT_A_DIRECTORY);
        }
    }

    private static DirectoryCms parse(ContentInfo outer) throws CMSException, RejectedDirectory {
        SignedData data = SignedData.getInstance(outer.getContent());
        CMSSignedData cms = new CMSSignedData(outer);
        boolean form = CONTENT_TYPE.getId().equals(cms.getSignedContentTypeOID())
                && cms.getSignedContent() != null
                && cms.getSignedContent().getContent() instanceof byte[]
                && data.getCertificates() == null
                && data.getCRLs() == null;
        RejectedDirectory.unless(form, DirectoryRejection.NOT_A_DIRECTORY);
        RejectedDirectory.unless(isOurForm(data), DirectoryRejection.SIGNATURE_FORM);
        Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
        RejectedDirectory.unless(signers.size() <= SIGNERS_MAX, DirectoryRejection.SIGNATURE_FORM);
        return new DirectoryCms((byte[]) cms.getSignedContent().getContent(), List.copyOf(signers));
    }

    /// What no signature covers is exactly as our signer writes it, so that nothing can be hidden there.
    private static boolean isOurForm(SignedData data) {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        Set<AlgorithmIdentifier> digests = new LinkedHashSet<>();
        for (ASN1Encodable each : data.getSignerInfos()) {
            SignerInfo info = SignerInfo.getInstance(each);
            digests.add(info.getDigestAlgorithm());
            infos.add(new SignerInfo(
                    named(info.getSID()),
                    info.getDigestAlgorithm(),
                    info.getAuthenticatedAttributes(),
                    info.getDigestEncryptionAlgorithm(),
                    info.getEncryptedDigest(),
                    null));
        }
        SignedData ours = new SignedData(
                new DERSet(digests.toArray(AlgorithmIdentifier[]::new)),
                data.getEncapContentInfo(),
                null,
                null,
                new DERSet(infos));
        return ours.toASN1Primitive().equals(data.toASN1Primitive());
    }

    /// Bouncy Castle reads the key identifier under any tag (RFC 5652 §5.3 gives it 0), and shows it without.
    private static SignerIdentifier named(SignerIdentifier sid) {
        return sid.toASN1Primitive() instanceof ASN1TaggedObject tagged
                ? new SignerIdentifier(ASN1OctetString.getInstance(tagged, false))
                : sid;
    }
}
