package org.enlace.envelope;

import java.time.Duration;

/// The bounds of the protocol.
///
/// @see <a href="../../../../../../docs/protocol.md#9-limits">protocol §9</a>
public final class Limits {
    /// Bytes of an envelope: the largest content, 64 recipients and room.
    public static final int ENVELOPE_MAX = 768 * 1024;

    /// Bytes of the header's JSON.
    public static final int HEADER_MAX = 64 * 1024;

    /// How far the sender's clock may be ahead of ours. How late a message may be is for its sender to say.
    public static final Duration AHEAD_MAX = Duration.ofDays(1);

    /// How long a directory may still be used after the one that replaces it was issued; the one directly
    /// before the current one may always be.
    public static final Duration DIRECTORY_GRACE = Duration.ofDays(3);

    /// How far ahead of ours the clocks of the directory's officers may be.
    public static final Duration ISSUED_AHEAD_MAX = Duration.ofMinutes(5);

    private Limits() {}
}
