package org.enlace.arch.broken.lifecycle;

import java.time.Instant;

final class ReadsTheClock {
    Instant due() {
        return Instant.now().plusSeconds(1);
    }
}
