package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request reach a handler only if the officer may do what the handler's [Access] names.
@Component
final class AccessGate implements HandlerInterceptor {
    private final AccessRules rules;

    AccessGate(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var access = method.getMethodAnnotation(Access.class);
            if (access == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            var officer = PageContexts.officer();
            if (access.value() == Action.ENTER) {
                return true;
            }
            if (officer == null) {
                throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
            }
            if (officer.system() && !rules.isOfSystems(access.value())) {
                throw new ProblemFound(ProblemKind.PERSON_NEEDED);
            }
            if (!rules.mayOpen(officer, access.value())) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
        return true;
    }
}
