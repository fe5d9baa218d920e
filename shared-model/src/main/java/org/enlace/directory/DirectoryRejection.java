package org.enlace.directory;

/// Why a version of the directory was refused. Names are stable: they appear in alarms and metrics.
public enum DirectoryRejection {
    /// The first version is not the one whose fingerprint the members compared.
    NOT_THE_PINNED_GENESIS,
    TOO_LARGE,
    /// Not CMS SignedData in DER with our content type.
    NOT_A_DIRECTORY,
    /// A signature that the rules do not foresee: unsigned attributes, missing or additional signed attributes, other
    /// algorithms, a signer twice.
    SIGNATURE_FORM,
    /// A signature that does not verify.
    SIGNATURE,
    /// A signer that is no officer of the version before or of this one, or only one of an officer's two keys.
    UNKNOWN_SIGNER,
    /// Fewer distinct members' officers than the version before demands.
    THRESHOLD,
    /// The officers or the threshold change and fewer of the new ones than the new threshold signed.
    NEW_THRESHOLD,
    /// An officer's certificate was not valid when this was issued.
    OFFICER_EXPIRED,
    /// The content is not the JSON we know: unknown, missing, double or null fields, too deep, trailing bytes.
    CONTENT,
    /// The content contradicts itself or the rules for members, keys and topics.
    RULES,
    /// The version we trust already; no reason for alarm.
    KNOWN,
    /// Older than what we trust.
    ROLLBACK,
    /// The version we trust, signed differently.
    FORK,
    /// Skips versions: not the direct successor of what we trust.
    GAP,
    /// The successor of another version than the one we trust.
    PREVIOUS_HASH,
    FROM_THE_FUTURE,
    EXPIRED,
    /// Valid longer than 30 days.
    LIVES_TOO_LONG,
    /// Drops or changes what earlier versions listed: a member, a signing pair, a revocation.
    HISTORY
}
