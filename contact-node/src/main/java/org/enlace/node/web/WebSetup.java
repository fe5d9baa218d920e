package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets handlers take an [Officer] and a [PageContext] and return a [Page].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class WebSetup implements WebMvcConfigurer {
    private final PageContexts contexts;
    private final PageRendering rendering;
    private final AccessGate gate;
    private final ProofGate proofs;
    private final LookGate looks;
    private final StrictBodies bodies;

    WebSetup(
            PageContexts contexts,
            PageRendering rendering,
            AccessGate gate,
            ProofGate proofs,
            LookGate looks,
            StrictBodies bodies) {
        this.proofs = proofs;
        this.looks = looks;
        this.bodies = bodies;
        this.contexts = contexts;
        this.rendering = rendering;
        this.gate = gate;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(bodies);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
        registry.addInterceptor(proofs);
        registry.addInterceptor(looks);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Given(contexts));
    }

    /// Names hold the hash of their content, so what they stand for never changes.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/*")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(rendering);
    }

    private record Given(PageContexts contexts) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Officer.class || parameter.getParameterType() == PageContext.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            var context = contexts.of(request);
            return parameter.getParameterType() == Officer.class ? context.officer() : context;
        }
    }
}
