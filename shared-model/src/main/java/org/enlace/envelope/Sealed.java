package org.enlace.envelope;

/// A message as it goes out. Keep the signed data for as long as the message counts; the envelope may be made
/// again from it, under newer keys of the recipients.
public final class Sealed {
    private final byte[] envelope;
    private final byte[] signedData;
    private final String digest;
    private final String chainHash;

    Sealed(byte[] envelope, byte[] signedData) {
        this.envelope = envelope.clone();
        this.signedData = signedData.clone();
        this.digest = Digests.digest(signedData);
        this.chainHash = Digests.chainHash(signedData);
    }

    /// What the broker carries.
    public byte[] envelope() {
        return envelope.clone();
    }

    /// CMS SignedData in DER: the message in clear, with both signatures.
    public byte[] signedData() {
        return signedData.clone();
    }

    /// Lower-case hex SHA-256 of the signed data: what a receipt names.
    public String digest() {
        return digest;
    }

    /// What the next message's link to each of the recipients names.
    public String chainHash() {
        return chainHash;
    }

    @Override
    public String toString() {
        return "Sealed[" + digest + ", " + envelope.length + " bytes]";
    }
}
