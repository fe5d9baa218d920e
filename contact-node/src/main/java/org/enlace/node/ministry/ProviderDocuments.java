package org.enlace.node.ministry;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.enlace.node.ministry.ProviderUnavailable.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the provider says of itself and its keys, asked of the issuer in the settings and of nobody else, and
/// kept for a while.
@Component
class ProviderDocuments {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofHours(1);

    /// Tokens with a key that nobody knows do not make this node ask more often.
    private static final Duration KEYS_AGAIN = Duration.ofMinutes(1);

    /// Whoever wants to come in while the provider is down hears so at once.
    private static final Duration FAILED = Duration.ofSeconds(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param saysIssuer whether each answer of the provider names it, RFC 9207
    record Description(URI authorization, URI token, URI keys, boolean saysIssuer) {}

    private record Kept<T>(T what, Instant at) {}

    private final MinistrySettings settings;
    private final ProviderClient client;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Kept<Description> description;
    private @Nullable Kept<JWKSet> keys;
    private @Nullable Kept<ProviderUnavailable> failed;

    ProviderDocuments(MinistrySettings settings, ProviderClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    Description description() throws ProviderUnavailable {
        lock.lock();
        try {
            var known = description;
            if (known != null && isWithin(known, KEPT)) {
                return known.what();
            }
            var fresh = describe(ask(URI.create(issuer() + WELL_KNOWN)));
            description = new Kept<>(fresh, clock.instant());
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /// @param again whether what is kept was not enough
    JWKSet keys(boolean again) throws ProviderUnavailable {
        var from = description().keys();
        lock.lock();
        try {
            var known = keys;
            if (known != null && isWithin(known, again ? KEYS_AGAIN : KEPT)) {
                return known.what();
            }
            var fresh = JWKSet.parse(ask(from));
            keys = new Kept<>(fresh, clock.instant());
            return fresh;
        } catch (ParseException e) {
            throw new ProviderUnavailable(Why.DOCUMENT);
        } finally {
            lock.unlock();
        }
    }

    private String ask(URI address) throws ProviderUnavailable {
        var before = failed;
        if (before != null && isWithin(before, FAILED)) {
            throw before.what();
        }
        try {
            var answer = client.get(address);
            failed = null;
            return answer;
        } catch (ProviderUnavailable e) {
            failed = new Kept<>(e, clock.instant());
            throw e;
        }
    }

    private Description describe(String document) throws ProviderUnavailable {
        JsonNode said;
        try {
            said = JSON.readTree(document);
        } catch (JacksonException e) {
            throw new ProviderUnavailable(Why.DOCUMENT);
        }
        if (!issuer().equals(said.path("issuer").asString(""))) {
            throw new ProviderUnavailable(Why.DOCUMENT);
        }
        return new Description(
                address(said, "authorization_endpoint"),
                address(said, "token_endpoint"),
                address(said, "jwks_uri"),
                said.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    private URI address(JsonNode said, String name) throws ProviderUnavailable {
        try {
            var address = URI.create(said.path(name).asString(""));
            if (!MinistrySettings.isAddress(address)) {
                throw new ProviderUnavailable(Why.DOCUMENT);
            }
            if (!origin(address).equals(origin(Objects.requireNonNull(settings.issuer())))
                    && !settings.origins().contains(origin(address))) {
                throw new ProviderUnavailable(Why.ELSEWHERE);
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new ProviderUnavailable(Why.DOCUMENT);
        }
    }

    private static String origin(URI address) {
        return "https://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private String issuer() {
        return String.valueOf(settings.issuer());
    }

    private boolean isWithin(Kept<?> kept, Duration time) {
        return clock.instant().isBefore(kept.at().plus(time));
    }
}
