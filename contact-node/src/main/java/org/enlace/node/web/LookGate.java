package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Takes the choice of a language or a theme that comes with a form that only asks, and lets the page that answers it
/// hold that form for the next choice.
@Component
final class LookGate implements HandlerInterceptor {
    private static final String ASKED = LookGate.class.getName() + ".asked";
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final Set<String> NOT_ASKED = Set.of(LANGUAGE, THEME, "_token");

    private final Looks looks;

    LookGate(Looks looks) {
        this.looks = looks;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(AsksOnly.class)) {
            request.setAttribute(ASKED, KeptField.of(request, NOT_ASKED));
            looks.language(request.getParameter(LANGUAGE), PageContexts.officer(), response)
                    .ifPresent(chosen -> PageContexts.chosen(request, chosen));
            looks.theme(request.getParameter(THEME), response)
                    .ifPresent(chosen -> PageContexts.chosen(request, chosen));
        }
        return true;
    }

    /// Empty where the page answers anything else.
    static List<KeptField> asked(HttpServletRequest request) {
        return request.getAttribute(ASKED) instanceof List<?> fields
                ? fields.stream().map(KeptField.class::cast).toList()
                : List.of();
    }
}
