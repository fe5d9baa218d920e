package org.enlace.console;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.enlace.message.NodeId;
import org.enlace.scratch.Scratch;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A real identity provider, Spring Authorization Server over TLS on a free port of this machine. It can be told to lie
/// under its own signature, and a wire in front of it can change what it says.
public final class MinistryProvider implements AutoCloseable {
    public static final String PASSWORD = "the ministry's password";
    static final String SECRET = "the secret of the contact point";
    static final String CLIENT = "enlace-pa";
    static final String SIGNING_CLIENT = "enlace-pa-signs";
    static final String CONSOLE = "https://console.example/";
    static final String BACK = CONSOLE + "sign-in/ministry/callback";

    /// What the wire says instead of the answer to this path; the answer as it is where none is set.
    private final Map<String, UnaryOperator<String>> wire = new ConcurrentHashMap<>();
    private final Map<String, Integer> refuses = new ConcurrentHashMap<>();
    private final Map<String, Instant> metAt = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Path network;
    private final String clientKeys;
    private volatile Consumer<JwtClaimsSet.Builder> lies = claims -> {};
    private volatile RSAKey key = key();
    private final ConfigurableApplicationContext context;

    /// @param clock that both sides go by
    public MinistryProvider(Clock clock) {
        this(clock, "");
    }

    /// @param clientKeys where the keys of a client that signs are found
    MinistryProvider(Clock clock, String clientKeys) {
        this.clock = clock;
        this.clientKeys = clientKeys;
        this.network = network(clock);
        var identity = network.resolve("PA").resolve("console.pem").toUri();
        var application = new SpringApplication(Server.class);
        application.addInitializers(made -> made.getBeanFactory().registerSingleton("provider", this));
        this.context = application.run(
                "--spring.config.name=provider",
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.ssl.certificate=" + identity,
                "--server.ssl.certificate-private-key=" + identity,
                "--logging.level.root=warn");
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public String issuer() {
        return "https://localhost:" + port();
    }

    Path authority() {
        return network.resolve("ca.pem");
    }

    /// The settings of a console that trusts it.
    public String[] settings(String... more) {
        var at = "enlace.sign-in.ministry.";
        return Stream.concat(
                        Stream.of(
                                at + "issuer=" + issuer(),
                                at + "name=Ministerio Público",
                                at + "client-id=" + CLIENT,
                                at + "console=" + CONSOLE,
                                at + "acr=urn:ministry:two-factors",
                                at + "inside=localhost",
                                at + "trust=" + authority()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /// From now on it signs this.
    void lies(Consumer<JwtClaimsSet.Builder> how) {
        lies = how;
    }

    /// From now on this comes along in the place of the answer.
    void wire(String path, UnaryOperator<String> how) {
        wire.put(path, how);
    }

    void refuses(String path, int status) {
        refuses.put(path, status);
    }

    /// How often it was asked for this.
    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    void isHonestAgain() {
        lies = claims -> {};
        wire.clear();
        refuses.clear();
    }

    void takesANewKey() {
        key = key();
    }

    RSAKey signingKey() {
        return key;
    }

    @Override
    public void close() {
        context.close();
    }

    private void claim(JwtEncodingContext token) {
        if (token.getTokenType().getValue().equals("id_token")) {
            var user =
                    Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
            token.getClaims()
                    .issuedAt(clock.instant())
                    .expiresAt(clock.instant().plus(Duration.ofMinutes(5)))
                    .claim("auth_time", Objects.requireNonNull(metAt.get(user)).getEpochSecond());
            if (user.endsWith("-two")) {
                token.getClaims().claim("acr", "urn:ministry:two-factors");
            }
            lies.accept(token.getClaims());
        }
    }

    private Filter wire() {
        return (request, response, chain) -> {
            var path = ((HttpServletRequest) request).getRequestURI();
            asked.add(path);
            var status = refuses.get(path);
            if (status != null) {
                ((HttpServletResponse) response).setHeader("Location", "/elsewhere");
                ((HttpServletResponse) response).setStatus(status);
                return;
            }
            var how = wire.get(path);
            if (how == null) {
                chain.doFilter(request, response);
                return;
            }
            var caught = new ContentCachingResponseWrapper((HttpServletResponse) response);
            chain.doFilter(request, caught);
            var said = how.apply(new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
            response.setContentType(caught.getContentType());
            response.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        };
    }

    static RSAKey key() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            var pair = maker.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path network(Clock clock) {
        var folder = Scratch.folder("ministry");
        new TrialFolder(TrialNetwork.create(
                        List.of(new NodeId("PA"), new NodeId("CO")), TopicNames.OPAQUE, new SecureRandom(), clock))
                .write(folder);
        return folder;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        SslAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Server {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        FilterRegistrationBean<Filter> wire(MinistryProvider provider) {
            var filter = new FilterRegistrationBean<>(provider.wire());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        RegisteredClientRepository clients(MinistryProvider provider) {
            var known = client(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build();
            var signs = client(SIGNING_CLIENT)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .jwkSetUrl(provider.clientKeys)
                            .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                            .build())
                    .build();
            return new InMemoryRegisteredClientRepository(known, signs);
        }

        private static RegisteredClient.Builder client(String id) {
            return RegisteredClient.withId(id)
                    .clientId(id)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(BACK)
                    .scope("openid");
        }

        @Bean
        JWKSource<SecurityContext> keys(MinistryProvider provider) {
            return (selector, context) -> selector.select(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(MinistryProvider provider) {
            return provider::claim;
        }

        @Bean
        ApplicationListener<AuthenticationSuccessEvent> met(MinistryProvider provider) {
            return event -> provider.metAt.put(event.getAuthentication().getName(), provider.clock.instant());
        }

        @Bean
        AuthorizationServerSettings addresses() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("STAFF")
                    .build();
        }
    }
}
