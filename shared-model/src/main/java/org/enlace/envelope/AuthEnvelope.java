package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// One layer of encryption: AuthEnvelopedData with AES-256-GCM, and of the many things CMS allows in it
/// nothing else.
///
/// @param recipients not looked into yet
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5083">RFC 5083</a>
record AuthEnvelope(ASN1Set recipients, Cipher cipher) {

    /// The encrypted content.
    static final class Cipher {
        private final byte[] nonce;
        private final byte[] sealed;

        Cipher(byte[] nonce, byte[] sealed) {
            this.nonce = nonce;
            this.sealed = sealed;
        }

        private byte[] encode(ASN1Set recipients) throws IOException {
            int length = sealed.length - Primitives.TAG_BYTES;
            byte[] tag = Arrays.copyOfRange(sealed, length, sealed.length);
            return AuthEnvelope.encode(recipients, AuthEnvelope.content(nonce, Arrays.copyOf(sealed, length)), tag);
        }

        /// @return the content, whole and authentic
        byte[] open(Primitives primitives, byte[] contentKey) throws GeneralSecurityException {
            return primitives.decrypt(contentKey, nonce, sealed);
        }
    }

    static byte[] contentKey(SecureRandom random) {
        byte[] key = new byte[Primitives.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /// @param contentKey fresh; used for this one content and erased
    static byte[] build(
            Primitives primitives, SecureRandom random, byte[] contentKey, ASN1Set recipients, byte[] content)
            throws GeneralSecurityException, IOException {
        byte[] nonce = new byte[Primitives.NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = new Cipher(nonce, primitives.encrypt(contentKey, nonce, content));
        Arrays.fill(contentKey, (byte) 0);
        return cipher.encode(recipients);
    }

    private static EncryptedContentInfo content(byte[] nonce, byte[] ciphertext) {
        return new EncryptedContentInfo(
                CMSObjectIdentifiers.data, Algorithms.aes256Gcm(nonce), new BEROctetString(ciphertext));
    }

    private static byte[] encode(ASN1Set recipients, EncryptedContentInfo content, byte[] tag) throws IOException {
        AuthEnvelopedData data = new AuthEnvelopedData(null, recipients, content, null, new DEROctetString(tag), null);
        return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data).getEncoded(ASN1Encoding.DER);
    }

    static AuthEnvelope parse(byte[] bytes) throws Refusing {
        try {
            ASN1Primitive primitive = ASN1Primitive.fromByteArray(bytes);
            Refusing.unless(
                    primitive != null && Arrays.equals(primitive.getEncoded(ASN1Encoding.DER), bytes),
                    Refusal.NOT_AN_ENVELOPE);
            ContentInfo info = ContentInfo.getInstance(primitive);
            Refusing.unless(
                    info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData), Refusal.NOT_AN_ENVELOPE);
            AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
            AuthEnvelope envelope = parse(data);
            // Reading CMS forgives what writing would not produce; nothing may hide in the difference.
            byte[] only = envelope.cipher().encode(data.getRecipientInfos());
            Refusing.unless(Arrays.equals(only, bytes), Refusal.NOT_AN_ENVELOPE);
            return envelope;
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new Refusing(Refusal.NOT_AN_ENVELOPE);
        }
    }

    private static AuthEnvelope parse(AuthEnvelopedData data) throws Refusing {
        EncryptedContentInfo encrypted = data.getAuthEncryptedContentInfo();
        ASN1OctetString content = encrypted.getEncryptedContent();
        Refusing.unless(
                data.getVersion().hasValue(0)
                        && data.getOriginatorInfo() == null
                        && data.getAuthAttrs() == null
                        && data.getUnauthAttrs() == null
                        && encrypted.getContentType().equals(CMSObjectIdentifiers.data)
                        && content != null,
                Refusal.NOT_AN_ENVELOPE);
        AlgorithmIdentifier algorithm = encrypted.getContentEncryptionAlgorithm();
        Refusing.unless(algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_GCM), Refusal.SUITE);
        GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
        byte[] nonce = parameters.getNonce();
        byte[] tag = data.getMac().getOctets();
        Refusing.unless(
                parameters.getIcvLen() == Primitives.TAG_BYTES
                        && nonce.length == Primitives.NONCE_BYTES
                        && tag.length == Primitives.TAG_BYTES,
                Refusal.SUITE);
        byte[] ciphertext = content.getOctets();
        byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
        System.arraycopy(tag, 0, sealed, ciphertext.length, tag.length);
        return new AuthEnvelope(data.getRecipientInfos(), new Cipher(nonce, sealed));
    }
}
