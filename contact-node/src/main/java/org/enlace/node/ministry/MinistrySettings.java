package org.enlace.node.ministry;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The ministry's identity provider, under `enlace.sign-in.ministry.`; without `issuer` there is none.
///
/// @param issuer the provider, exactly as it names itself, `https://…`
/// @param name what the button calls it: `Ministerio Público`
/// @param clientId what the provider calls this node
/// @param secretFile the secret that the provider has given out, on the first line; or keyFile
/// @param keyFile PEM: the private key that proves this node to the provider, and its certificate or public key
/// @param assertionFor whom that proof is made out to, as the provider wants it
/// @param console address of this console, as browsers see it, `https://…`
/// @param claim of the ID token that says whose account it is; it must never be given to another person
/// @param acr values of which one says that there was a second factor
/// @param amr the same, for what the token lists under `amr`
/// @param algorithms of signatures that are taken
/// @param origins where the provider's addresses may lie besides its own origin: `https://host`
/// @param inside hosts that may lead to an address inside a network
/// @param trust PEM: certificates that the provider is trusted by; without it those of Java
@ConfigurationProperties("enlace.sign-in.ministry")
record MinistrySettings(
        @Nullable URI issuer,
        @Nullable String name,
        @Nullable String clientId,
        @Nullable Path secretFile,
        @Nullable Path keyFile,
        @DefaultValue("issuer") Audience assertionFor,
        @Nullable URI console,
        @DefaultValue("sub") String claim,
        @DefaultValue Set<String> acr,
        @DefaultValue Set<String> amr,
        @DefaultValue({"RS256", "PS256", "ES256", "ES384"}) Set<String> algorithms,
        @DefaultValue Set<String> origins,
        @DefaultValue Set<String> inside,
        @Nullable Path trust) {

    private static final String AT = "enlace.sign-in.ministry.";
    private static final Set<String> POSSIBLE =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    enum Audience {
        ISSUER,
        TOKEN_ENDPOINT
    }

    MinistrySettings {
        if (issuer != null) {
            check(isAddress(issuer) && issuer.getQuery() == null, "issuer must be https://host/…, without a query");
            check(isAddress(console), "console must be the address of this console, https://…");
            check(name != null && !name.isBlank(), "name must say what the button calls the provider");
            check(clientId != null && !clientId.isBlank(), "client-id must be what the provider calls this node");
            check(
                    (secretFile == null) != (keyFile == null),
                    "secret-file or key-file must prove this node to the provider, one of them");
            check(POSSIBLE.containsAll(algorithms) && !algorithms.isEmpty(), "algorithms may be some of " + POSSIBLE);
            check(
                    origins.stream().allMatch(MinistrySettings::isOrigin),
                    "origins are each https://host or https://host:port");
        }
        acr = Set.copyOf(acr);
        amr = Set.copyOf(amr);
        algorithms = Set.copyOf(algorithms);
        origins = Set.copyOf(origins);
        inside = Set.copyOf(inside);
    }

    boolean on() {
        return issuer != null;
    }

    /// Whether the provider is one that says so of a second factor.
    boolean vouchesForSecondFactor() {
        return !acr.isEmpty() || !amr.isEmpty();
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(AT + what);
        }
    }

    static boolean isAddress(@Nullable URI address) {
        return address != null
                && "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getFragment() == null;
    }

    private static boolean isOrigin(String origin) {
        try {
            var uri = URI.create(origin);
            return isAddress(uri) && uri.getRawPath().isEmpty() && uri.getQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
