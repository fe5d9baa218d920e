package org.enlace.node.inspection;

import java.io.InputStream;

/// Looks for malware in a file that is about to travel, or has arrived.
public interface Scanner {

    /// @param clear all of it; the caller closes it
    Finding scan(InputStream clear);

    enum Finding {
        CLEAN,
        MALWARE,
        /// Nobody looked, or not at all of it: a second person decides.
        NOT_SCANNED
    }
}
