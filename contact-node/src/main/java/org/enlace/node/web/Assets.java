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
        var manifest = new ClassPathResource("assets/names.properties");
        if (manifest.exists()) {
            try (var in = manifest.getInputStream()) {
                names.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("The list of assets cannot be read", e);
            }
        }
    }

    /// @param name as in the sources, such as `console.css`
    String url(String name) {
        return "/assets/" + names.getProperty(name, name);
    }
}
