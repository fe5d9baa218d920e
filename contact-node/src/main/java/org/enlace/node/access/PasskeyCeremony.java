package org.enlace.node.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Checks what authenticators sign. Whatever the browser was asked for is demanded here again: the person verified, the
/// name of the console, its origin, the challenge, an algorithm of the list.
///
/// @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">Web Authentication Level 3, §7</a>
@Component
class PasskeyCeremony {
    /// ES256, EdDSA and RS256, by their numbers at IANA, the preferred first.
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final int RSA_BITS_MIN = 2048;

    private static final List<PublicKeyCredentialParameters> ALLOWED = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    /// A passkey that an authenticator has made.
    ///
    /// @param credential its id, base64url
    /// @param key with what the authenticator said when it was made, base64url
    record Made(String credential, String key, long counter, boolean synced, String transports) {}

    sealed interface Signed {
        record Right(long counter) implements Signed {}

        /// The signature is right and its counter is one that was seen before.
        record Copied() implements Signed {}

        record Wrong() implements Signed {}
    }

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    /// Which authenticator made it is not asked, so whatever it says about itself is not looked at.
    ///
    /// @return empty for anything that an officer or a browser could have got wrong
    Optional<Made> made(PasskeyAnswer answer, PasskeyVisit visit) {
        try {
            var data = manager.verifyRegistrationResponseJSON(
                    answer.json(), new RegistrationParameters(server(answer, visit), ALLOWED, true, true));
            return made(data);
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Made> made(RegistrationData data) {
        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        var key = credential.getCOSEKey().getPublicKey();
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS_MIN) {
            return Optional.empty();
        }
        return Optional.of(new Made(
                text(credential.getCredentialId()),
                text(keys.convert(credential)),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                transports(data.getTransports())));
    }

    /// @param kept the passkey that the answer names
    Signed signed(PasskeyAnswer answer, PasskeyStore.Kept kept, PasskeyVisit visit) {
        try {
            var record = new CredentialRecordImpl(
                    null,
                    true,
                    kept.synced(),
                    null,
                    kept.counter(),
                    keys.convert(Base64.getUrlDecoder().decode(kept.key())),
                    null,
                    null,
                    null,
                    null);
            var only = List.of(record.getAttestedCredentialData().getCredentialId());
            manager.verifyAuthenticationResponseJSON(
                    answer.json(), new AuthenticationParameters(server(answer, visit), record, only, true, true));
            return new Signed.Right(record.getCounter());
        } catch (MaliciousCounterValueException _) {
            return new Signed.Copied();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return new Signed.Wrong();
        }
    }

    /// The challenge is one that was given to this browser: [PasskeyChallenges] has used it up.
    private static ServerProperty server(PasskeyAnswer answer, PasskeyVisit visit) {
        return ServerProperty.builder()
                .origins(visit.origins().stream().map(Origin::create).collect(Collectors.toSet()))
                .rpId(visit.host())
                .challenge(new DefaultChallenge(answer.challenge()))
                .build();
    }

    /// Those that browsers know, so that the next one finds the way to the device sooner.
    private static String transports(@Nullable Set<AuthenticatorTransport> transports) {
        return transports == null
                ? ""
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal")::contains)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
