package org.enlace.node.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Our templates. They were compiled with the code; nothing is read or compiled at run time.
@Component
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.enlace.pages");

    void render(String template, Map<String, Object> parts, TemplateOutput out) {
        engine.render(template + ".jte", parts, out);
    }

    /// @param template its path under `src/main/jte` without the ending
    public String text(String template, Map<String, Object> parts) {
        var out = new StringOutput();
        render(template, parts, out);
        return out.toString();
    }
}
