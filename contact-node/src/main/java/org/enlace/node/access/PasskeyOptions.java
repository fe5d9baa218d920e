package org.enlace.node.access;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a browser is asked to ask an authenticator, in the form that browsers read.
///
/// @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON">Web Authentication Level 3,
/// §5.1</a>
final class PasskeyOptions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PasskeyOptions() {}

    /// @param allowed those that may sign; with none, whichever the person chooses
    static String get(String challenge, String host, List<PasskeyStore.Kept> allowed) {
        var options = JsonNodeFactory.instance.objectNode();
        options.put("challenge", challenge)
                .put("rpId", host)
                .put("timeout", PasskeyChallenges.LIFE.toMillis())
                .put("userVerification", "required");
        credentials(options, "allowCredentials", allowed);
        return JSON.writeValueAsString(options);
    }

    /// The authenticator learns the officer's pseudonym, not the name.
    ///
    /// @param issuer what the authenticator shows beside it
    /// @param known an authenticator that holds one of them makes no other
    static String create(
            String challenge,
            String host,
            String issuer,
            String handle,
            Officer officer,
            List<PasskeyStore.Kept> known) {
        var options = JsonNodeFactory.instance.objectNode();
        options.put("challenge", challenge)
                .put("timeout", PasskeyChallenges.LIFE.toMillis())
                .put("attestation", "none");
        options.putObject("rp").put("id", host).put("name", issuer);
        options.putObject("user")
                .put("id", handle)
                .put("name", officer.pseudonym())
                .put("displayName", officer.pseudonym());
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        var algorithms = options.putArray("pubKeyCredParams");
        for (var number : PasskeyCeremony.ALGORITHMS) {
            algorithms.addObject().put("type", "public-key").put("alg", number);
        }
        credentials(options, "excludeCredentials", known);
        return JSON.writeValueAsString(options);
    }

    private static void credentials(ObjectNode options, String name, List<PasskeyStore.Kept> passkeys) {
        var list = options.putArray(name);
        for (var kept : passkeys) {
            var one = list.addObject().put("type", "public-key").put("id", kept.credential());
            if (!kept.transports().isEmpty()) {
                var ways = one.putArray("transports");
                Arrays.stream(kept.transports().split(" ", -1)).forEach(ways::add);
            }
        }
    }
}
