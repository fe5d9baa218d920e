package org.enlace.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/// The only form of an ECDSA P-256 signature we make and accept: DER, and of `s` and `n - s` the lower.
/// Otherwise any recipient could turn the sender's message into a second one that verifies as well, and have the
/// sender accused of a fork.
final class EcdsaForm {
    /// With `r` in 33 bytes and `s` in 32; one signature in two is so long.
    static final int USUAL_LENGTH = 71;

    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF = N.shiftRight(1);

    private EcdsaForm() {}

    static byte[] lowS(byte[] signature) throws SignatureException {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature);
            BigInteger r = number(pair, 0);
            BigInteger s = number(pair, 1);
            return encode(r, s.compareTo(HALF) > 0 ? N.subtract(s) : s);
        } catch (IOException | RuntimeException e) {
            throw new SignatureException("Not an ECDSA signature", e);
        }
    }

    static boolean isCanonical(byte[] signature) {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature);
            BigInteger r = number(pair, 0);
            BigInteger s = number(pair, 1);
            return r.signum() > 0
                    && r.compareTo(N) < 0
                    && s.signum() > 0
                    && s.compareTo(HALF) <= 0
                    && Arrays.equals(signature, encode(r, s));
        } catch (IOException | RuntimeException notEvenDer) {
            return false;
        }
    }

    private static BigInteger number(ASN1Sequence pair, int index) {
        return ASN1Integer.getInstance(pair.getObjectAt(index)).getValue();
    }

    private static byte[] encode(BigInteger r, BigInteger s) throws IOException {
        ASN1EncodableVector pair = new ASN1EncodableVector(2);
        pair.add(new ASN1Integer(r));
        pair.add(new ASN1Integer(s));
        return new DERSequence(pair).getEncoded(ASN1Encoding.DER);
    }
}
