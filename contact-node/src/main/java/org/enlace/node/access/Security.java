package org.enlace.node.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// Four ways in: liveness on its own loopback port, the API by certificate at the port of systems and, where that is
/// allowed, by name and password in each call, the console by session.
/// Everything that is not named here needs an officer; what the officer may do then is for [AccessRules].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, ApiSettings.class})
class Security {
    /// What anyone may ask for before signing in.
    static final String[] OPEN = {
        "/sign-in",
        "/sign-in/ministry",
        "/sign-in/ministry/callback",
        "/sign-in/ministry/code",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/set-up",
        "/look",
        "/assets/*",
        "/error"
    };

    /// Nobody watches the steps of a chain; observing each of them would cost every request.
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain livenessChain(HttpSecurity http) {
        bare(http).securityMatcher(EndpointRequest.to(HealthEndpoint.class));
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /// Whatever comes in at the port of systems, whatever its path.
    @Bean
    @Order(2)
    SecurityFilterChain systemsChain(HttpSecurity http, SystemSignIns signIns) {
        bare(http).securityMatcher(SystemsPort::isOf);
        return http.csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SystemSignInFilter(signIns), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, ApiSignIns signIns, ApiSettings settings) {
        bare(http).securityMatcher("/api/**");
        return http.csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new ApiSignInFilter(signIns, settings.passwordsAllowed()), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> ApiSignInFilter.refuse(response))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain consoleChain(HttpSecurity http, Sessions sessions, FormTokens tokens) {
        return bare(http)
                .addFilterAfter(new SessionFilter(sessions), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(FormProof::isInside))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> toSignIn(request, response))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    /// Keeps Spring Boot from inventing a user with a password in the log.
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException("Officers sign in through SignIn");
        };
    }

    private static HttpSecurity bare(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /// A part of a page is refused as such, so that what was typed around it stays; a page leads to the sign-in.
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null || !"GET".equals(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var back = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }
}
