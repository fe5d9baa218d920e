package org.enlace.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Styles, scripts, fonts and pictures, by the names that the build gave them. A name holds the hash of its content, so
/// browsers may keep it for ever.
@Component
final class Assets {
    private final Properties names = new Properties();

    Assets() {
        try (var in = new ClassPathResource("assets/names.properties").getInputStream()) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The assets of the console were not built", e);
        }
    }

    /// @param name as in the sources, such as `console.css`
    /// @throws IllegalArgumentException if there is no such asset
    String url(String name) {
        var made = names.getProperty(name);
        if (made == null) {
            throw new IllegalArgumentException("No asset named " + name);
        }
        return "/assets/" + made;
    }
}
