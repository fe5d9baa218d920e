package org.enlace.node.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Turns a [Page] into an answer.
@Component
final class PageRendering implements HandlerMethodReturnValueHandler {
    private final Templates templates;
    private final PageContexts contexts;

    PageRendering(Templates templates, PageContexts contexts) {
        this.templates = templates;
        this.contexts = contexts;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Page.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        render(
                (Page) Objects.requireNonNull(value),
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class)));
    }

    void render(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        render(page, contexts.of(request), response);
    }

    /// Without anything that only the database knows.
    void renderBare(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        render(page, contexts.bare(request), response);
    }

    private void render(Page page, PageContext context, HttpServletResponse response) throws IOException {
        var parts = new HashMap<>(page.parts());
        parts.put("page", context.of(page));
        var out = new Utf8ByteOutput();
        templates.render(page.template(), parts, out);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(out.getContentLength());
        try (var body = response.getOutputStream()) {
            out.writeTo(body);
        }
    }
}
