package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.directory.Officers.NOW;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.Attributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Bytes that no honest officer ever wrote: every one ends as a refusal, none as an exception.
@TestInstance(Lifecycle.PER_CLASS)
class HostileDirectoryTest {
    private final Officers officers = new Officers();

    @Test
    void nothingAndNoiseAreRefused() {
        byte[] noise = new byte[5000];
        new Random(42).nextBytes(noise);

        officers.refuse(new byte[0], DirectoryRejection.NOT_A_DIRECTORY);
        officers.refuse(new byte[] {0x30, (byte) 0x84, 0x7f, 0, 0, 0}, DirectoryRejection.NOT_A_DIRECTORY);
        officers.refuse(noise, DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void moreThanTwoMegabytesAreNotEvenRead() {
        officers.refuse(new byte[2_000_001], DirectoryRejection.TOO_LARGE);
    }

    @Test
    void asnOneThatIsNestedWithoutEndIsRefused() {
        byte[] nested = new byte[1_500_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }

        officers.refuse(nested, DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void oneByteMoreOrLessIsRefused() {
        byte[] good = officers.good();

        officers.refuse(Arrays.copyOf(good, good.length + 1), DirectoryRejection.NOT_A_DIRECTORY);
        officers.refuse(Arrays.copyOf(good, good.length - 1), DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void theSameContentInAnotherEncodingIsRefused() throws Exception {
        ASN1Sequence good = ASN1Sequence.getInstance(officers.good());
        byte[] ber = new BERSequence(good.toArray()).getEncoded("BER");

        assertThat(ber).isNotEqualTo(officers.good());
        assertThat(ASN1Sequence.getInstance(ber)).isEqualTo(good);
        officers.refuse(ber, DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void anyBitThatFlipsIsNoticed() {
        Random random = new Random(20261122);
        byte[] good = officers.good();
        for (int i = 0; i < 3_000; i++) {
            byte[] flipped = good.clone();
            flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));

            DirectoryVerdict verdict = officers.verifier.accept(officers.trusted, List.of(flipped), NOW);

            assertThat(verdict).isInstanceOf(DirectoryVerdict.Rejected.class);
        }
    }

    /// Where bits flip at random these few bytes are seldom met.
    @Test
    void aBitThatFlipsAroundTheContentAndTheSignaturesIsNoticed() {
        byte[] good = officers.good();
        int signers = new String(good, StandardCharsets.ISO_8859_1).lastIndexOf("]}") + 2;
        for (int at : IntStream.concat(IntStream.range(0, 78), IntStream.range(signers, signers + 120))
                .toArray()) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = good.clone();
                flipped[at] ^= (byte) (1 << bit);

                assertThat(officers.verifier.accept(officers.trusted, List.of(flipped), NOW))
                        .as("bit %s of byte %s", bit, at)
                        .isInstanceOf(DirectoryVerdict.Rejected.class);
            }
        }
    }

    /// RFC 5652 §5.3 gives it tag 0; a library that reads it under any other would let anybody write one version in
    /// many ways.
    @Test
    void aKeyIdentifierUnderAnotherTagIsRefused() throws Exception {
        ContentInfo good = ContentInfo.getInstance(ASN1Primitive.fromByteArray(officers.good()));
        SignedData data = SignedData.getInstance(good.getContent());
        List<ASN1Encodable> signers = List.of(data.getSignerInfos().toArray());
        for (int i = 0; i < signers.size(); i++) {
            for (int tag = 1; tag < 31; tag++) {
                List<ASN1Encodable> changed = new ArrayList<>(signers);
                changed.set(i, tagged(ASN1Sequence.getInstance(signers.get(i)), tag));
                DERSet set = new DERSet(changed.toArray(ASN1Encodable[]::new));

                officers.refuse(
                        der(
                                data,
                                DirectoryCms.CONTENT_TYPE,
                                data.getEncapContentInfo().getContent(),
                                set),
                        DirectoryRejection.SIGNATURE_FORM);
            }
        }
    }

    /// Of an ECDSA signature (r, s) anybody can make (r, n - s), which is as valid (SEC 1, 4.1.4).
    @Test
    void aSignatureInItsOtherValidFormMakesNoOtherVersion() throws Exception {
        ContentInfo good = ContentInfo.getInstance(ASN1Primitive.fromByteArray(officers.good()));
        SignedData data = SignedData.getInstance(good.getContent());
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (ASN1Encodable each : data.getSignerInfos()) {
            signers.add(mirrored(SignerInfo.getInstance(each)));
        }
        byte[] other =
                der(data, DirectoryCms.CONTENT_TYPE, data.getEncapContentInfo().getContent(), new DERSet(signers));

        assertThat(other).isNotEqualTo(officers.good());
        assertThat(officers.accept(officers.trusted, other).current().hash())
                .isEqualTo(officers.accept(officers.trusted, officers.good())
                        .current()
                        .hash());
    }

    @Test
    void aSignatureOverAnotherVersionDoesNotCountHere() throws Exception {
        CMSSignedData good = new CMSSignedData(officers.good());
        byte[] other =
                officers.signed(Officers.with(officers.proposed(), edit -> edit.times(NOW, NOW.plusSeconds(60))));

        CMSSignedData mixed = CMSSignedData.replaceSigners(new CMSSignedData(other), good.getSignerInfos());

        officers.refuse(der(mixed), DirectoryRejection.SIGNATURE);
    }

    @Test
    void signedBytesOfAnotherKindAreNoDirectory() throws Exception {
        ContentInfo good = ContentInfo.getInstance(ASN1Primitive.fromByteArray(officers.good()));
        SignedData data = SignedData.getInstance(good.getContent());
        ASN1ObjectIdentifier message = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2.1");

        officers.refuse(
                der(data, message, data.getEncapContentInfo().getContent(), data.getSignerInfos()),
                DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void detachedContentIsRefused() throws Exception {
        ContentInfo good = ContentInfo.getInstance(ASN1Primitive.fromByteArray(officers.good()));
        SignedData data = SignedData.getInstance(good.getContent());
        SignedData empty = new SignedData(
                data.getDigestAlgorithms(),
                new ContentInfo(DirectoryCms.CONTENT_TYPE, null),
                null,
                null,
                data.getSignerInfos());

        officers.refuse(
                new ContentInfo(CMSObjectIdentifiers.signedData, empty).getEncoded("DER"),
                DirectoryRejection.NOT_A_DIRECTORY);
    }

    /// A valid signature over signed attributes is also a valid signature over their bytes as content; libraries take
    /// both (Strenzke, ePrint 2023/1801).
    @Test
    void signedAttributesPassedOffAsContentAreRefused() throws Exception {
        ContentInfo good = ContentInfo.getInstance(ASN1Primitive.fromByteArray(officers.good()));
        SignedData data = SignedData.getInstance(good.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded("DER");
        SignerInfo stripped = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                (ASN1Set) null);

        officers.refuse(
                der(data, DirectoryCms.CONTENT_TYPE, new DEROctetString(attributes), new DERSet(stripped)),
                DirectoryRejection.SIGNATURE_FORM);
    }

    @Test
    void anythingUnsignedOnASignatureIsRefused() throws Exception {
        CMSSignedData good = new CMSSignedData(officers.good());
        ASN1EncodableVector unsigned = new ASN1EncodableVector();
        unsigned.add(
                new Attribute(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.9"), new DERSet(new DERUTF8String("note"))));
        List<SignerInformation> noted = new ArrayList<>();
        for (SignerInformation signer : good.getSignerInfos().getSigners()) {
            noted.add(SignerInformation.replaceUnsignedAttributes(
                    signer, new AttributeTable(Attributes.getInstance(new DERSet(unsigned)))));
        }

        officers.refuse(
                der(CMSSignedData.replaceSigners(good, new SignerInformationStore(noted))),
                DirectoryRejection.SIGNATURE_FORM);
    }

    @Test
    void certificatesThatCameAlongAreRefused() throws Exception {
        CMSSignedData good = new CMSSignedData(officers.good());
        JcaX509CertificateHolder certificate =
                new JcaX509CertificateHolder(officers.all().getFirst().certEc());
        CMSSignedData carrying =
                CMSSignedData.replaceCertificatesAndCRLs(good, new CollectionStore<>(List.of(certificate)), null, null);

        officers.refuse(der(carrying), DirectoryRejection.NOT_A_DIRECTORY);
    }

    @Test
    void oneSignatureTwiceIsRefused() throws Exception {
        byte[] two = officers.signer.sign(officers.proposed(), officers.all().subList(0, 2), NOW);
        byte[] again = officers.signer.cosign(two, officers.all().getFirst(), NOW.plusSeconds(1));

        officers.refuse(again, DirectoryRejection.SIGNATURE_FORM);
    }

    /// The same, but for the tag of the key identifier.
    private static ASN1Sequence tagged(ASN1Sequence signer, int tag) {
        ASN1Encodable[] parts = signer.toArray();
        ASN1TaggedObject sid = ASN1TaggedObject.getInstance(parts[1]);
        parts[1] = new DERTaggedObject(false, tag, ASN1OctetString.getInstance(sid, false));
        return new DERSequence(parts);
    }

    /// The same, but for a signature by ECDSA.
    private SignerInfo mirrored(SignerInfo signer) throws Exception {
        if (!signer.getDigestEncryptionAlgorithm().getAlgorithm().on(X9ObjectIdentifiers.id_ecSigType)) {
            return signer;
        }
        ASN1Sequence pair = ASN1Sequence.getInstance(signer.getEncryptedDigest().getOctets());
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
        ECPublicKey key = (ECPublicKey) officers.all().getFirst().certEc().getPublicKey();
        ASN1EncodableVector values = new ASN1EncodableVector();
        values.add(pair.getObjectAt(0));
        values.add(new ASN1Integer(key.getParams().getOrder().subtract(s)));
        return new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                new DEROctetString(new DERSequence(values).getEncoded("DER")),
                null);
    }

    private static byte[] der(CMSSignedData cms) throws Exception {
        return cms.toASN1Structure().getEncoded("DER");
    }

    private static byte[] der(SignedData of, ASN1ObjectIdentifier type, ASN1Encodable content, ASN1Set signers)
            throws Exception {
        assertThat(content).isInstanceOf(ASN1OctetString.class);
        SignedData changed =
                new SignedData(of.getDigestAlgorithms(), new ContentInfo(type, content), null, null, signers);
        return new ContentInfo(CMSObjectIdentifiers.signedData, changed).getEncoded("DER");
    }
}
