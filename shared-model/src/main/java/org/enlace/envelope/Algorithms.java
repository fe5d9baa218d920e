package org.enlace.envelope;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// The object identifiers of suite S1, and the one content type that messages have. Identifiers without
/// parameters have none, not NULL.
///
/// @see <a href="../../../../../../docs/protocol.md#3-algorithms">protocol §3</a>
final class Algorithms {
    /// Of our own, for messages alone; what is signed for any other purpose has another one.
    static final ASN1ObjectIdentifier MESSAGE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2.1");

    static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    static final AlgorithmIdentifier SHA512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
    static final AlgorithmIdentifier ECDSA_SHA256 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    static final AlgorithmIdentifier ML_DSA_65 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);
    static final AlgorithmIdentifier ML_KEM_1024 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_1024);
    static final AlgorithmIdentifier HKDF_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
    static final AlgorithmIdentifier AES256_WRAP = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);
    static final ASN1ObjectIdentifier ECDH_SHA256_KDF = SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme;
    static final AlgorithmIdentifier EC_KEY = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey);
    static final AlgorithmIdentifier EC_P256_KEY =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

    private Algorithms() {}

    static AlgorithmIdentifier aes256Gcm(byte[] nonce) {
        return new AlgorithmIdentifier(
                NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce, Primitives.TAG_BYTES));
    }
}
