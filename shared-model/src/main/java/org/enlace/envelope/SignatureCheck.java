package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// Believes exactly two signatures, by the two keys of one pair, in exactly one encoding; everything else that
/// CMS allows is refused. Neither Bouncy Castle's `SignerInformation.verify()` nor `openssl cms -verify` is so
/// strict: both accept a SignedData whose signed attributes were passed off as content.
///
/// @see <a href="https://eprint.iacr.org/2023/1801">Strenzke: ForgedAttributes</a>
/// @see <a href="../../../../../../docs/protocol.md#5-signatures">protocol §5</a>
final class SignatureCheck {
    private final Primitives primitives;
    private final KeyIndex keys;

    SignatureCheck(Primitives primitives, KeyIndex keys) {
        this.primitives = primitives;
        this.keys = keys;
    }

    /// What both signatures are over, and whose they are.
    static final class Signed {
        private final KeyIndex.Signer signer;
        private final byte[] content;

        private Signed(KeyIndex.Signer signer, byte[] content) {
            this.signer = signer;
            this.content = content;
        }

        KeyIndex.Signer signer() {
            return signer;
        }

        byte[] content() {
            return content;
        }
    }

    Signed check(byte[] signedData) throws Refusing {
        try {
            return check(signedData, parse(signedData));
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new Refusing(Refusal.NOT_DER);
        }
    }

    private static SignedData parse(byte[] bytes) throws IOException, Refusing {
        ASN1Primitive primitive = ASN1Primitive.fromByteArray(bytes);
        Refusing.unless(
                primitive != null && Arrays.equals(primitive.getEncoded(ASN1Encoding.DER), bytes), Refusal.NOT_DER);
        ContentInfo info = ContentInfo.getInstance(primitive);
        Refusing.unless(info.getContentType().equals(CMSObjectIdentifiers.signedData), Refusal.NOT_DER);
        return SignedData.getInstance(info.getContent());
    }

    private Signed check(byte[] bytes, SignedData data) throws IOException, Refusing {
        ContentInfo inside = data.getEncapContentInfo();
        Refusing.unless(inside.getContentType().equals(Algorithms.MESSAGE), Refusal.CONTENT_TYPE);
        Refusing.unless(inside.getContent() != null, Refusal.NOT_DER);
        byte[] content = ASN1OctetString.getInstance(inside.getContent()).getOctets();

        ASN1Set infos = data.getSignerInfos();
        Refusing.unless(
                data.getCertificates() == null && data.getCRLs() == null && infos.size() == 2, Refusal.SIGNATURE_SET);
        SignerInfo first = SignerInfo.getInstance(infos.getObjectAt(0));
        SignerInfo second = SignerInfo.getInstance(infos.getObjectAt(1));
        Address firstAddress = address(first);
        Address secondAddress = address(second);
        Refusing.unless(
                first.getUnauthenticatedAttributes() == null
                        && second.getUnauthenticatedAttributes() == null
                        && !firstAddress.equals(secondAddress),
                Refusal.SIGNATURE_SET);

        List<KeyIndex.Signer> signers = keys.signers(firstAddress, secondAddress);
        if (!signers.isEmpty()) {
            return check(bytes, content, signers, first, second);
        }
        signers = keys.signers(secondAddress, firstAddress);
        Refusing.unless(!signers.isEmpty(), Refusal.UNKNOWN_SIGNER);
        return check(bytes, content, signers, second, first);
    }

    private Signed check(byte[] bytes, byte[] content, List<KeyIndex.Signer> signers, SignerInfo ec, SignerInfo pq)
            throws IOException, Refusing {
        algorithms(ec, Algorithms.SHA256, Algorithms.ECDSA_SHA256);
        algorithms(pq, Algorithms.SHA512, Algorithms.ML_DSA_65);
        SignedAttributes ecAttributes = SignedAttributes.of(ec, Digests.hash("SHA-256", content));
        SignedAttributes pqAttributes = SignedAttributes.of(pq, Digests.hash("SHA-512", content));
        KeyIndex.Signer signer = signers.stream()
                .filter(it -> ecAttributes.names(it.certEc()) && pqAttributes.names(it.certPq()))
                .findFirst()
                .orElseThrow(() -> new Refusing(Refusal.SIGNED_ATTRIBUTES));
        byte[] ecSignature = ec.getEncryptedDigest().getOctets();
        byte[] pqSignature = pq.getEncryptedDigest().getOctets();
        try {
            boolean both = primitives.verifyEc(signer.certEc().getPublicKey(), ecAttributes.bytes(), ecSignature)
                    && primitives.verifyPq(signer.certPq().getPublicKey(), pqAttributes.bytes(), pqSignature);
            Refusing.unless(both, Refusal.SIGNATURE);
        } catch (GeneralSecurityException | RuntimeException malformed) {
            throw new Refusing(Refusal.SIGNATURE);
        }
        // Whatever the signatures do not cover has one value only, or a recipient could make a second message
        // of it.
        byte[] only = SignedContent.assemble(
                content,
                SignedContent.signer(
                        signer.certEc(), Algorithms.SHA256, ecAttributes.set(), Algorithms.ECDSA_SHA256, ecSignature),
                SignedContent.signer(
                        signer.certPq(), Algorithms.SHA512, pqAttributes.set(), Algorithms.ML_DSA_65, pqSignature));
        Refusing.unless(Arrays.equals(only, bytes), Refusal.NOT_DER);
        return new Signed(signer, content);
    }

    private static void algorithms(SignerInfo info, AlgorithmIdentifier digest, AlgorithmIdentifier signature)
            throws Refusing {
        Refusing.unless(
                info.getDigestAlgorithm().equals(digest)
                        && info.getDigestEncryptionAlgorithm().equals(signature),
                Refusal.SUITE);
    }

    private static Address address(SignerInfo info) throws Refusing {
        if (!info.getSID().isTagged()) {
            throw new Refusing(Refusal.SIGNATURE_SET);
        }
        return Address.of(ASN1OctetString.getInstance(info.getSID().getId()).getOctets());
    }
}
