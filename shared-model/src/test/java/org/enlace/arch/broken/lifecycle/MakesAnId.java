package org.enlace.arch.broken.lifecycle;

import java.util.UUID;

final class MakesAnId {
    UUID next() {
        return UUID.randomUUID();
    }
}
