package org.enlace.envelope;

import java.time.Instant;
import java.util.List;

/// Copies of headers with some fields changed.
final class Headers {
    private Headers() {}

    static Header of(
            Header header, Instant sentAt, Instant notAfter, int dirVersion, String dirHash, List<Link> links) {
        return Header.toSeal(
                header.msgId(),
                header.sender(),
                header.recipients(),
                header.topic(),
                sentAt,
                notAfter,
                header.mode(),
                dirVersion,
                dirHash,
                links,
                header.about());
    }
}
