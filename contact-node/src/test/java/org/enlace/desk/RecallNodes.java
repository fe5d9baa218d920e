package org.enlace.desk;

import static org.enlace.desk.DeskUnderTest.CO;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Panama, whose message it is, and Colombia, that holds it. They start once for all classes that play with them.
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

    /// Gives them to the constructor of a test; they are closed after the last test of this JVM.
    static final class Shared implements ParameterResolver {
        private static final Namespace OURS = Namespace.create(RecallNodes.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RecallNodes.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(RecallNodes.class, _ -> new RecallNodes(), RecallNodes.class);
        }
    }
}
