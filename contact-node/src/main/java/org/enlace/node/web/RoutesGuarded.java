package org.enlace.node.web;

import org.enlace.node.access.Access;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Stops the start when a handler does not say which act it is: it would answer nobody, and somebody forgot.
@Component
final class RoutesGuarded implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping mapping;

    RoutesGuarded(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (!handler.hasMethodAnnotation(Access.class)) {
                throw new IllegalStateException("No @Access on " + handler.getShortLogMessage() + " for " + route);
            }
        });
    }
}
