package org.enlace.deploy.network;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one network that this JVM starts: Guatemala, Honduras, Mexico. It is stopped after the last of them;
/// its logs stay in `target/network`. Whoever kills a part of it starts it again.
public final class SharedNetwork implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(SharedNetwork.class);
    private static final Path FOLDER = Path.of("target", "network").toAbsolutePath();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoNetwork.class;
    }

    /// The store closes it, because it is closeable.
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(DemoNetwork.class, _ -> DemoNetwork.start(FOLDER, "GT,HN,MX"), DemoNetwork.class);
    }
}
