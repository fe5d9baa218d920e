package org.enlace.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.SigningKeys;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// Takes CMS structures apart and puts them together differently, as an attacker would.
final class Cms {
    private Cms() {}

    static SignedData signedData(byte[] der) {
        return SignedData.getInstance(ContentInfo.getInstance(der).getContent());
    }

    static byte[] content(byte[] signedData) {
        return ASN1OctetString.getInstance(
                        signedData(signedData).getEncapContentInfo().getContent())
                .getOctets();
    }

    /// ECDSA first, ML-DSA second.
    static List<SignerInfo> signers(byte[] signedData) {
        List<SignerInfo> signers = new ArrayList<>();
        for (var info : signedData(signedData).getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(info);
            signers.add(signer.getDigestAlgorithm().equals(Algorithms.SHA256) ? 0 : signers.size(), signer);
        }
        return signers;
    }

    static List<Attribute> attributes(SignerInfo signer) {
        List<Attribute> attributes = new ArrayList<>();
        signer.getAuthenticatedAttributes().forEach(it -> attributes.add(Attribute.getInstance(it)));
        return attributes;
    }

    static byte[] with(byte[] signedData, UnaryOperator<List<SignerInfo>> change) throws IOException {
        SignedData data = signedData(signedData);
        return encoded(data.getEncapContentInfo(), data.getCertificates(), change.apply(signers(signedData)));
    }

    static byte[] withCertificate(byte[] signedData, X509Certificate certificate) throws Exception {
        SignedData data = signedData(signedData);
        ASN1Set certificates = new DERSet(Certificate.getInstance(certificate.getEncoded()));
        return encoded(data.getEncapContentInfo(), certificates, signers(signedData));
    }

    private static byte[] encoded(ContentInfo content, @Nullable ASN1Set certificates, List<SignerInfo> signers)
            throws IOException {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        signers.forEach(infos::add);
        ASN1EncodableVector digests = new ASN1EncodableVector();
        digests.add(Algorithms.SHA256);
        digests.add(Algorithms.SHA512);
        SignedData changed = new SignedData(new DERSet(digests), content, certificates, null, new DERSet(infos));
        return new ContentInfo(CMSObjectIdentifiers.signedData, changed).getEncoded(ASN1Encoding.DER);
    }

    static SignerInfo with(SignerInfo signer, @Nullable ASN1Set signed, @Nullable ASN1Set unsigned) {
        return new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signed,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                unsigned);
    }

    static SignerInfo withSignature(SignerInfo signer, byte[] signature) {
        return new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                new DEROctetString(signature),
                (ASN1Set) null);
    }

    /// Both signatures over those attributes only that pass.
    static byte[] signed(
            Primitives primitives, SigningKeys keys, byte[] content, Predicate<ASN1ObjectIdentifier> passes)
            throws Exception {
        SecureRandom random = new SecureRandom();
        byte[] whole = new SignedContent(primitives, random).sign(keys, content, Post.NOW);
        List<SignerInfo> signers = signers(whole);
        ASN1Set ec = filtered(signers.get(0), passes);
        ASN1Set pq = filtered(signers.get(1), passes);
        SignerInfo first = withSignature(
                with(signers.get(0), ec, null), primitives.signEc(keys.ec(), ec.getEncoded(ASN1Encoding.DER), random));
        SignerInfo second = withSignature(
                with(signers.get(1), pq, null), primitives.signPq(keys.pq(), pq.getEncoded(ASN1Encoding.DER), random));
        return with(whole, old -> List.of(first, second));
    }

    private static ASN1Set filtered(SignerInfo signer, Predicate<ASN1ObjectIdentifier> passes) {
        ASN1EncodableVector kept = new ASN1EncodableVector();
        attributes(signer).stream().filter(it -> passes.test(it.getAttrType())).forEach(kept::add);
        return new DERSet(kept);
    }

    static byte[] forgedAttributes(byte[] signedData, int which) throws IOException {
        SignerInfo signer = signers(signedData).get(which);
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        return encoded(
                new ContentInfo(Algorithms.MESSAGE, new BEROctetString(attributes)),
                null,
                List.of(with(signer, null, null)));
    }

    static boolean bouncyCastleBelieves(byte[] signedData, SigningKeys keys, int which) throws Exception {
        SignerInformation signer =
                new CMSSignedData(signedData).getSignerInfos().iterator().next();
        return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(which == 0 ? keys.certEc() : keys.certPq()));
    }

    static byte[] highS(byte[] signature) {
        ASN1Sequence pair = ASN1Sequence.getInstance(signature);
        BigInteger n = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        ASN1EncodableVector other = new ASN1EncodableVector();
        other.add(pair.getObjectAt(0));
        other.add(new ASN1Integer(
                n.subtract(ASN1Integer.getInstance(pair.getObjectAt(1)).getValue())));
        try {
            return new DERSequence(other).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static AuthEnvelopedData authEnvelopedData(byte[] der) {
        return AuthEnvelopedData.getInstance(ContentInfo.getInstance(der).getContent());
    }

    static byte[] withTag(byte[] envelope, int length) throws IOException {
        AuthEnvelopedData data = authEnvelopedData(envelope);
        byte[] tag = Arrays.copyOf(data.getMac().getOctets(), length);
        return encoded(data, data.getAuthEncryptedContentInfo(), tag);
    }

    private static byte[] encoded(AuthEnvelopedData data, EncryptedContentInfo content, byte[] tag) throws IOException {
        return new ContentInfo(
                        CMSObjectIdentifiers.authEnvelopedData,
                        new AuthEnvelopedData(
                                null, data.getRecipientInfos(), content, null, new DEROctetString(tag), null))
                .getEncoded(ASN1Encoding.DER);
    }

    /// As EnvelopedData in CBC, whose padding would tell the attacker about the plain text.
    static byte[] relabelled(byte[] envelope) throws IOException {
        AuthEnvelopedData data = authEnvelopedData(envelope);
        EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
        EncryptedContentInfo cbc = new EncryptedContentInfo(
                content.getContentType(),
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])),
                content.getEncryptedContent());
        return new ContentInfo(
                        CMSObjectIdentifiers.envelopedData,
                        new EnvelopedData(null, data.getRecipientInfos(), cbc, (ASN1Set) null))
                .getEncoded(ASN1Encoding.DER);
    }

    /// What the outer layer hides, decrypted by its recipient.
    static byte[] inner(Post post, byte[] envelope, NodeId reader) throws Exception {
        Primitives primitives = post.suite.primitives();
        DecryptionPair pair =
                post.network.member(reader).keys().decryption().pairs().getFirst();
        AuthEnvelope outer = AuthEnvelope.parse(envelope);
        KemLayer layer = new KemLayer(primitives);
        var info = layer.recipients(outer.recipients()).values().iterator().next();
        return outer.cipher().open(primitives, layer.unwrap(info, pair.kem()));
    }

    /// Puts anything into an outer layer.
    static byte[] outer(Post post, byte[] inside, NodeId reader) throws Exception {
        Primitives primitives = post.suite.primitives();
        DecryptionPair pair =
                post.network.member(reader).keys().decryption().pairs().getFirst();
        byte[] key = AuthEnvelope.contentKey(post.random);
        var to = Map.of(
                KeyIndex.address(pair.certKem()).orElseThrow(), pair.certKem().getPublicKey());
        return AuthEnvelope.build(
                primitives, post.random, key, new KemLayer(primitives).wrap(key, to, post.random), inside);
    }

    /// Puts anything into an inner layer.
    static byte[] innerOf(Post post, byte[] inside, NodeId reader) throws Exception {
        Primitives primitives = post.suite.primitives();
        DecryptionPair pair =
                post.network.member(reader).keys().decryption().pairs().getFirst();
        byte[] key = AuthEnvelope.contentKey(post.random);
        var to = Map.of(
                KeyIndex.address(pair.certEc()).orElseThrow(), pair.certEc().getPublicKey());
        return AuthEnvelope.build(
                primitives, post.random, key, new EcdhLayer(primitives).wrap(key, to, post.random), inside);
    }
}
