package org.enlace.desk;

import static org.enlace.desk.DeskUnderTest.CO;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Panama, whose message it is, and Colombia, that holds it. They start once for all that is played with them.
final class RecallNodes implements AutoCloseable {
    final DeskUnderTest.Running owner = DeskUnderTest.onH2();
    final DeskUnderTest.Running holder = owner.beside(CO);
    final Correspondence post = new Correspondence(owner);
    final AtomicLong toHolder = new AtomicLong();
    final AtomicLong toOwner = new AtomicLong();
    private final AtomicInteger cases = new AtomicInteger(100);

    /// Of a case that nobody has used yet.
    String reference() {
        return "PA-2026-000" + cases.incrementAndGet();
    }

    @Override
    public void close() {
        holder.close();
        owner.close();
    }
}
