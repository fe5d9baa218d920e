package org.enlace.arch.broken.lifecycle;

final class ReadsTheSystemClock {
    long due() {
        return System.currentTimeMillis() + 1;
    }
}
