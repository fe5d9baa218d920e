package org.enlace.node.ministry;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.node.access.MinistrySignIn.Met;
import org.enlace.node.ministry.ProviderUnavailable.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The ministry's identity provider: sends somebody there, and learns whom it has met. The authorization code flow of
/// OpenID Connect with PKCE, and nothing else of it.
@Component
class Provider {
    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SUBJECT_MAX = 255;

    private final MinistrySettings settings;
    private final ProviderDocuments documents;
    private final ProviderClient client;
    private final ClientProof proof;
    private final IdTokens tokens;
    private final Clock clock;

    Provider(
            MinistrySettings settings,
            ProviderDocuments documents,
            ProviderClient client,
            ClientProof proof,
            Clock clock) {
        this.settings = settings;
        this.documents = documents;
        this.client = client;
        this.proof = proof;
        this.tokens = new IdTokens(settings.algorithms());
        this.clock = clock;
    }

    /// @param anew whether the provider has to ask again who it is
    URI wayThere(Errand errand, boolean anew, Locale language) throws ProviderUnavailable {
        var to = documents.description().authorization();
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", String.valueOf(settings.clientId()));
        asked.put("redirect_uri", wayBack());
        asked.put("scope", "openid");
        asked.put("state", errand.state());
        asked.put("nonce", errand.nonce());
        asked.put("code_challenge", errand.challenge());
        asked.put("code_challenge_method", "S256");
        asked.put("ui_locales", language.getLanguage());
        if (!settings.acr().isEmpty()) {
            asked.put("acr_values", settings.acr().stream().sorted().collect(Collectors.joining(" ")));
        }
        if (anew) {
            asked.put("prompt", "login");
            asked.put("max_age", "0");
        }
        var query = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(to + (to.getRawQuery() == null ? "?" : "&") + query);
    }

    /// Whether an answer that names this issuer, or none, is the provider's.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
    boolean isFrom(@Nullable String issuer) throws ProviderUnavailable {
        return issuer == null
                ? !documents.description().saysIssuer()
                : issuer.equals(String.valueOf(settings.issuer()));
    }

    /// Gives the code back for the provider's word on whom it has met. A code works once, there.
    ///
    /// @param provenAfter when that person must have proven who they are, null for any time
    /// @return nothing for what is wrong with it
    Optional<Met> met(String code, Errand errand, @Nullable Instant provenAfter) throws ProviderUnavailable {
        var token = token(code, errand);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var expected = new IdTokens.Expected(
                String.valueOf(settings.issuer()), String.valueOf(settings.clientId()), errand.nonce(), provenAfter);
        var checked = tokens.check(token.get(), documents.keys(false), expected, clock.instant());
        if (checked instanceof IdTokens.Checked.KeyUnknown) {
            checked = tokens.check(token.get(), documents.keys(true), expected, clock.instant());
        }
        return switch (checked) {
            case IdTokens.Checked.Right(var claims) -> met(claims);
            case IdTokens.Checked.KeyUnknown() -> refused("KEY");
            case IdTokens.Checked.Wrong(var why) -> refused(why.name());
        };
    }

    private Optional<String> token(String code, Errand errand) throws ProviderUnavailable {
        var to = documents.description().token();
        var form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                wayBack(),
                "code_verifier",
                errand.verifier()));
        form.putAll(proof.fields(to));
        var answer = client.post(to, proof.headers(), form);
        try {
            var said = JSON.readTree(answer.body());
            if (answer.status() == 200) {
                return Optional.of(said.path("id_token").asString(""));
            }
            // Any other error is about this node, not about who wants to come in.
            if (answer.status() == 400 && said.path("error").asString("").equals("invalid_grant")) {
                return refused("CODE");
            }
        } catch (JacksonException e) {
            throw new ProviderUnavailable(answer.status() == 200 ? Why.DOCUMENT : Why.REFUSED);
        }
        throw new ProviderUnavailable(Why.REFUSED);
    }

    private Optional<Met> met(JWTClaimsSet claims) {
        var subject = claims.getClaim(settings.claim());
        if (!(subject instanceof String name) || name.isBlank() || name.length() > SUBJECT_MAX) {
            return refused("CLAIM");
        }
        return Optional.of(new Met(String.valueOf(settings.issuer()), name, secondFactor(claims)));
    }

    private boolean secondFactor(JWTClaimsSet claims) {
        try {
            var ways = claims.getStringListClaim("amr");
            return settings.acr().contains(String.valueOf(claims.getClaim("acr")))
                    || (ways != null && ways.stream().anyMatch(settings.amr()::contains));
        } catch (ParseException e) {
            return false;
        }
    }

    private String wayBack() {
        var console = String.valueOf(settings.console());
        return (console.endsWith("/") ? console : console + "/") + "sign-in/ministry/callback";
    }

    /// Whoever wanted to come in reads the same whatever it was; who runs the node finds the reason in its log.
    private static <T> Optional<T> refused(String why) {
        log.atWarn().addKeyValue("why", why).log("The word of the ministry's identity provider was refused");
        return Optional.empty();
    }
}
