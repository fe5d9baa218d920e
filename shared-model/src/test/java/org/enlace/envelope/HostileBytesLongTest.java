package org.enlace.envelope;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;

/// More mutants.
@Tag("long")
class HostileBytesLongTest extends HostileBytes {
    static LongStream seeds() {
        return LongStream.rangeClosed(3, 10);
    }
}
