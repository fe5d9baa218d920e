package org.enlace.directory;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// What officers sign versions of the directory with: one proposes, the others add their signatures to the same bytes.
public final class DirectorySigner {
    private final DirectoryJson json = new DirectoryJson();
    private final SecureRandom random;

    public DirectorySigner(SecureRandom random) {
        this.random = random;
    }

    /// A new version with the signatures of all these officers.
    public byte[] sign(Directory content, List<SigningKeys> officers, Instant at) {
        return sign(json.write(content), officers, at);
    }

    /// The same version with the signature of one more officer.
    ///
    /// @throws IllegalArgumentException if this is not a version of the directory
    public byte[] cosign(byte[] signed, SigningKeys officer, Instant at) {
        try {
            DirectoryCms cms = DirectoryCms.parse(signed);
            CMSSignedDataGenerator generator = generator(List.of(officer), at);
            generator.addSigners(new CMSSignedData(signed).getSignerInfos());
            return encode(generator, cms.json());
        } catch (RejectedDirectory | CMSException e) {
            throw new IllegalArgumentException("Not a version of the directory", e);
        }
    }

    byte[] sign(byte[] content, List<SigningKeys> officers, Instant at) {
        return encode(generator(officers, at), content);
    }

    private CMSSignedDataGenerator generator(List<SigningKeys> officers, Instant at) {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        for (SigningKeys officer : officers) {
            generator.addSignerInfoGenerator(signer("SHA256withECDSA", officer.ec(), officer.certEc(), at));
            generator.addSignerInfoGenerator(signer("ML-DSA-65", officer.pq(), officer.certPq(), at));
        }
        return generator;
    }

    private SignerInfoGenerator signer(String algorithm, PrivateKey key, X509Certificate certificate, Instant at) {
        try {
            JcaSignerInfoGeneratorBuilder builder = new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder()
                                    .setProvider(Certificates.BOUNCY_CASTLE)
                                    .build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(certificate, at)));
            if (algorithm.equals("ML-DSA-65")) {
                builder.setContentDigest(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512)); // RFC 9882 §3.3
            }
            byte[] keyId = Certificates.keyId(certificate)
                    .orElseThrow(() -> new IllegalArgumentException("An officer's certificate has no key id"));
            return builder.build(
                    new JcaContentSignerBuilder(algorithm)
                            .setProvider(Certificates.BOUNCY_CASTLE)
                            .setSecureRandom(random)
                            .build(key),
                    keyId);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("This key cannot sign with " + algorithm, e);
        }
    }

    private static AttributeTable attributes(X509Certificate certificate, Instant at) {
        byte[] hash = HexFormat.of()
                .parseHex(Fingerprint.of(Certificates.der(certificate).bytes()));
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(null, hash)))));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        return new AttributeTable(attributes);
    }

    private static byte[] encode(CMSSignedDataGenerator generator, byte[] content) {
        try {
            return generator
                    .generate(new CMSProcessableByteArray(DirectoryCms.CONTENT_TYPE, content), true)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | IOException e) {
            throw new IllegalStateException("The directory could not be signed", e);
        }
    }
}
