package org.enlace.node.exchange;

import java.time.Instant;

/// What has to happen because time has passed. A bean of this type is asked every few seconds and makes its own
/// transactions; one that fails keeps no other from happening.
public interface Ticking {
    void tick(Instant now);
}
