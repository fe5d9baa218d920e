package org.enlace.node.export;

import java.util.Locale;

/// Why a message stays behind.
public enum LeftOut {
    /// It was taken back.
    SEALED,
    /// It is for the protection of the victim alone (caveat `VICTIM_PROTECTION_ONLY`).
    PROTECTION_ONLY,
    /// Its provider has not permitted that it is used in court.
    NEEDS_PERMISSION,
    /// Its provider has permitted some of it alone: that leaves, and the rest stays.
    IN_PART,
    /// The person does not agree to that any more.
    CONSENT_ENDED,
    /// The officer has not read what its sender demands of every reader (handling H3).
    CONDITION_UNREAD;

    /// Its form in the keys of texts.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
