package org.enlace.node.ministry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether an ID token is the provider's word to this node, for this errand, now. Knows no network and no
/// clock.
///
/// @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core
/// 3.1.3.7</a>
final class IdTokens {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(60);
    private static final Duration OLD_MAX = Duration.ofMinutes(10);
    private static final int RSA_BITS_MIN = 2048;

    sealed interface Checked {
        record Right(JWTClaimsSet claims) implements Checked {}

        /// No key of these; the provider may have a newer one.
        record KeyUnknown() implements Checked {}

        record Wrong(Why why) implements Checked {}
    }

    /// Names are stable: they stand in the log.
    enum Why {
        FORM,
        ALGORITHM,
        SIGNATURE,
        ISSUER,
        AUDIENCE,
        TIME,
        NONCE,
        NOT_ANEW
    }

    /// @param provenAfter when the officer must have proven to the provider who they are; null for any time
    record Expected(
            String issuer,
            String clientId,
            String nonce,
            @Nullable Instant provenAfter) {}

    private final Set<String> algorithms;

    IdTokens(Set<String> algorithms) {
        this.algorithms = Set.copyOf(algorithms);
    }

    Checked check(String token, JWKSet keys, Expected expected, Instant now) {
        SignedJWT signed;
        JWTClaimsSet claims;
        try {
            // What is not signed is no such token.
            signed = SignedJWT.parse(token);
            claims = signed.getJWTClaimsSet();
        } catch (ParseException e) {
            return new Checked.Wrong(Why.FORM);
        }
        var type = signed.getHeader().getType();
        if (claims == null || (type != null && !type.getType().equalsIgnoreCase("JWT"))) {
            return new Checked.Wrong(Why.FORM);
        }
        var algorithm = signed.getHeader().getAlgorithm();
        if (!algorithms.contains(algorithm.getName()) || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
            return new Checked.Wrong(Why.ALGORITHM);
        }
        var matching =
                new JWKSelector(Objects.requireNonNull(JWKMatcher.forJWSHeader(signed.getHeader()))).select(keys);
        if (matching.isEmpty()) {
            return new Checked.KeyUnknown();
        }
        if (matching.stream().noneMatch(key -> isSignedBy(key, signed))) {
            return new Checked.Wrong(Why.SIGNATURE);
        }
        var wrong = wrong(claims, expected, now);
        return wrong == null ? new Checked.Right(claims) : new Checked.Wrong(wrong);
    }

    private static boolean isSignedBy(JWK key, SignedJWT signed) {
        if (!(key instanceof AsymmetricJWK pair) || (key instanceof RSAKey rsa && rsa.size() < RSA_BITS_MIN)) {
            return false;
        }
        try {
            return signed.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), pair.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static @Nullable Why wrong(JWTClaimsSet claims, Expected expected, Instant now) {
        if (!expected.issuer().equals(claims.getIssuer())) {
            return Why.ISSUER;
        }
        if (!isFor(expected.clientId(), claims)) {
            return Why.AUDIENCE;
        }
        if (!isNow(claims, now)) {
            return Why.TIME;
        }
        if (!expected.nonce().equals(claims.getClaim("nonce"))) {
            return Why.NONCE;
        }
        return expected.provenAfter() == null || isProvenAfter(expected.provenAfter(), claims) ? null : Why.NOT_ANEW;
    }

    /// Who is not alone in the audience must be named as the one it was given to.
    private static boolean isFor(String client, JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        var given = claims.getClaim("azp");
        return audience.contains(client) && (given == null ? audience.size() == 1 : given.equals(client));
    }

    private static boolean isNow(JWTClaimsSet claims, Instant now) {
        Date ends = claims.getExpirationTime();
        Date made = claims.getIssueTime();
        Date begins = claims.getNotBeforeTime();
        return ends != null
                && made != null
                && now.isBefore(ends.toInstant().plus(CLOCKS_DIFFER_MAX))
                && !now.plus(CLOCKS_DIFFER_MAX).isBefore(made.toInstant())
                && now.isBefore(made.toInstant().plus(OLD_MAX).plus(CLOCKS_DIFFER_MAX))
                && (begins == null || !now.plus(CLOCKS_DIFFER_MAX).isBefore(begins.toInstant()));
    }

    private static boolean isProvenAfter(Instant after, JWTClaimsSet claims) {
        try {
            Date proven = claims.getDateClaim("auth_time");
            return proven != null && !proven.toInstant().plus(CLOCKS_DIFFER_MAX).isBefore(after);
        } catch (ParseException e) {
            return false;
        }
    }
}
