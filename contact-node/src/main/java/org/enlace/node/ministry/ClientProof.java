package org.enlace.node.ministry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.enlace.directory.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proves this node to the provider, by a secret or by a signature (`private_key_jwt`).
@Component
class ClientProof {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final MinistrySettings settings;
    private final Clock clock;
    private final @Nullable String secret;
    private final @Nullable JWK key;

    ClientProof(MinistrySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.secret = settings.secretFile() == null ? null : secret(settings.secretFile());
        this.key = settings.keyFile() == null ? null : key(settings.keyFile());
    }

    Map<String, String> headers() {
        if (secret == null) {
            return Map.of();
        }
        // Both are encoded as in a form before they are put together, RFC 6749 section 2.3.1.
        var pair = encoded(clientId()) + ":" + encoded(secret);
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /// @param token where the proof is sent
    Map<String, String> fields(URI token) {
        return key == null
                ? Map.of()
                : Map.of(
                        "client_id",
                        clientId(),
                        "client_assertion_type",
                        ASSERTION,
                        "client_assertion",
                        assertion(key, token));
    }

    private String assertion(JWK key, URI token) {
        var now = clock.instant();
        var audience = switch (settings.assertionFor()) {
            case ISSUER -> String.valueOf(settings.issuer());
            case TOKEN_ENDPOINT -> token.toString();
        };
        try {
            var header = new JWSHeader.Builder(algorithm(key))
                    .keyID(key.computeThumbprint().toString())
                    .build();
            var claims = new JWTClaimsSet.Builder()
                    .issuer(clientId())
                    .subject(clientId())
                    .audience(audience)
                    .jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(HOLDS)))
                    .build();
            var signed = new SignedJWT(header, claims);
            signed.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of enlace.sign-in.ministry.key-file does not sign", e);
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return switch (key) {
            case RSAKey _ -> JWSAlgorithm.PS256;
            case ECKey ec when ec.getCurve().equals(Curve.P_256) -> JWSAlgorithm.ES256;
            case ECKey ec when ec.getCurve().equals(Curve.P_384) -> JWSAlgorithm.ES384;
            default ->
                throw new IllegalStateException(
                        "enlace.sign-in.ministry.key-file must hold a key of RSA, P-256 or P-384");
        };
    }

    private String clientId() {
        return String.valueOf(settings.clientId());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Path file) {
        return new String(PrivateFiles.read(file), StandardCharsets.UTF_8);
    }

    private static String secret(Path file) {
        var secret = text(file).lines().findFirst().orElse("").strip();
        if (secret.isEmpty()) {
            throw new IllegalStateException("The file of enlace.sign-in.ministry.secret-file holds no secret");
        }
        return secret;
    }

    private static JWK key(Path file) {
        try {
            var key = JWK.parseFromPEMEncodedObjects(text(file));
            if (key.isPrivate()) {
                algorithm(key);
                return key;
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("The file of enlace.sign-in.ministry.key-file cannot be read as PEM", e);
        }
        throw new IllegalStateException(
                "The file of enlace.sign-in.ministry.key-file must hold a private key and its certificate or public key");
    }
}
