package org.enlace.envelope;

/// Why an envelope was refused. Names are stable: they appear in receipts, alarms and metrics.
public enum Refusal {
    /// Longer than [Limits#ENVELOPE_MAX].
    TOO_LARGE,
    /// Not the two layers of encryption of protocol §2 in DER, or something added to them.
    NOT_AN_ENVELOPE,
    /// Other algorithms than those the directory lists for the sender, or than the protocol fixes.
    SUITE,
    /// Not encrypted to any key we have.
    NOT_FOR_US,
    /// A key or a layer does not decrypt: changed on the way, or damaged.
    DECRYPTION,
    /// What is inside is not SignedData in DER.
    NOT_DER,
    /// Signed for another purpose than a message: a directory, a receipt of another protocol.
    CONTENT_TYPE,
    /// Not exactly two signatures, or certificates, counter-signatures or unsigned attributes with them.
    SIGNATURE_SET,
    /// Not the keys of one pair of one member. May pass once a newer directory is here.
    UNKNOWN_SIGNER,
    /// Not exactly the signed attributes that the protocol demands, or one of them is wrong.
    SIGNED_ATTRIBUTES,
    /// One of the two signatures does not verify.
    SIGNATURE,
    /// The pair was not valid, revoked or compromised when this arrived.
    KEY_NOT_VALID_THEN,
    /// The sender is suspended or has left. May pass once a newer directory has it back.
    SENDER_NOT_ACTIVE,
    /// The signed header is not exactly the JSON the protocol describes.
    HEADER,
    /// Signed by another member than the one that claims to send it.
    SENDER_BINDING,
    /// Signed, but not for us: someone else passed it on.
    NOT_ADDRESSED,
    /// Sealed for another topic than the one it came on, or its kind may not travel there.
    TOPIC_BINDING,
    /// Encrypted also to a key of someone who is not a recipient.
    RECIPIENT_KEYS,
    /// Sealed under a directory that we do not have yet. May pass once it is here.
    DIRECTORY_AHEAD,
    /// Sealed under a directory that was replaced long ago.
    DIRECTORY_VERSION,
    /// Sealed under another directory of the same number: one of us was shown a false one.
    DIRECTORY_HASH,
    /// Our own directory has expired. May pass once a newer one is here.
    DIRECTORY_EXPIRED,
    /// It must not be delivered any more.
    EXPIRED,
    /// The sender's clock is more than a day ahead of ours.
    SKEW,
    /// The part after the header is not laid out or padded as it must be.
    PAYLOAD,
    /// A compartment is not the one that the header commits to.
    COMMITMENT,
    /// The compartments do not make a message of the type in the header, or its words hide characters, or are longer
    /// than the protocol allows.
    CONTENT;

    /// Whether the same envelope may be opened later, with a newer directory.
    public boolean mayPassWithNewerDirectory() {
        return switch (this) {
            case UNKNOWN_SIGNER, SENDER_NOT_ACTIVE, DIRECTORY_AHEAD, DIRECTORY_EXPIRED, RECIPIENT_KEYS -> true;
            case TOO_LARGE,
                    NOT_AN_ENVELOPE,
                    SUITE,
                    NOT_FOR_US,
                    DECRYPTION,
                    NOT_DER,
                    CONTENT_TYPE,
                    SIGNATURE_SET,
                    SIGNED_ATTRIBUTES,
                    SIGNATURE,
                    KEY_NOT_VALID_THEN,
                    HEADER,
                    SENDER_BINDING,
                    NOT_ADDRESSED,
                    TOPIC_BINDING,
                    DIRECTORY_VERSION,
                    DIRECTORY_HASH,
                    EXPIRED,
                    SKEW,
                    PAYLOAD,
                    COMMITMENT,
                    CONTENT -> false;
        };
    }
}
